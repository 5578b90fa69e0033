import type { Clock } from '@onmaru/time';
import type { Tracing } from '@onmaru/tracing';
import type { Aggregate } from './aggregate.js';
import { ATTEMPTS, CarryingOut, type Rule } from './carrying-out.js';
import { caused } from './caused.js';
import type { EventStore } from './event-store.js';
import type { Event, Revision, StoredEvent } from './event.js';
import { handleMany } from './handle-many.js';
import { asStored, isWhole, type HandleOutcome, type HandlingContext, type StateLeft, type Loaded, type ManyOutcome, type Request } from './handled.js';
import { heard } from './heard.js';
import { Loading } from './loading.js';
import { LogError } from './log-error.js';
import { oneAtATime } from './one-at-a-time.js';
import type { Trouble } from './snapshots.js';
import { tracedCommand } from './traced.js';

/** What streams are kept with. `newId` makes event ids: UUIDs in lower case, version 7. `trouble` is needed where there are snapshots. */
export type StreamPorts = { readonly log: EventStore; readonly clock: Clock; readonly newId: () => string; readonly trouble?: Trouble; readonly tracing?: Tracing | undefined };

/** A rule, or one that is still being prepared: the stream is loaded meanwhile. */
type Asked<State, E extends Event, Code extends string> = Rule<State, E, Code> | Promise<Rule<State, E, Code>>;

/** The streams of one aggregate, and the one way to change them: load, fold, decide, append with the revision it was decided on. */
export class Streams<State, E extends Event> {
  private readonly inTurn = oneAtATime();
  private readonly loading: Loading<State, E>;
  private readonly carrying: CarryingOut<State, E>;

  constructor(
    private readonly aggregate: Aggregate<State, E>,
    protected readonly ports: StreamPorts,
  ) {
    this.loading = new Loading(aggregate, ports);
    this.carrying = new CarryingOut(aggregate, ports, this.loading);
  }

  /**
   * What becomes of a command to the stream `<category>-<id>`. `decide` is asked with the stream as it stands and the
   * moment of asking, and again when another process was faster. With `expected` the command is carried out on that
   * revision or not at all. Commands to one stream wait for each other. Rejects with what the log
   * throws.
   */
  async handle<Code extends string>(
    context: HandlingContext,
    id: string,
    decide: Asked<State, E, Code>,
    expected?: Revision,
  ): Promise<HandleOutcome<Code>> {
    return this.withHistory(context, id, await this.asked(context, id, decide, expected));
  }

  /** The same, answered with what the stream adds up to instead of its events: the way for streams that grow without end. */
  async handleToState<Code extends string>(
    context: HandlingContext,
    id: string,
    decide: Asked<State, E, Code>,
    expected?: Revision,
  ): Promise<HandleOutcome<Code, StateLeft<State>>> {
    const outcome = await this.asked(context, id, decide, expected);
    if (!('state' in outcome)) return outcome;
    const { state, revision, position } = outcome;
    return { outcome: outcome.outcome, state, revision, position };
  }

  /**
   * The same for a stream that is hardly there yet: unless it is known here it is decided on nothing, and looked at only
   * when that was not so, or when nothing is to be appended.
   */
  async create<Code extends string>(context: HandlingContext, id: string, decide: Asked<State, E, Code>, expected?: Revision): Promise<HandleOutcome<Code>> {
    return this.withHistory(context, id, await this.asked(context, id, decide, expected, expected === undefined));
  }

  /**
   * Decides several commands in order on one loading of the stream and appends their events together; an outcome for
   * each, in order. Those up to the last one that the stream already holds are `repeated`. With `isNew` the stream is
   * loaded only when something says that it is there: the log, by not taking the events, or the rules, by not having any.
   *
   * @throws LogError `busy` when others changed the stream each time it was tried; nothing was appended.
   */
  handleMany<Code extends string>(tenant: string, id: string, requests: readonly Request<State, E, Code>[], isNew = false): Promise<readonly ManyOutcome<Code>[]> {
    return this.inTurn(`${tenant}/${id}`, async () => {
      const stream = this.nameOf(id);
      let kept = this.loading.known(tenant, stream);
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const guessed = isNew && attempt === 1;
        if (!guessed) kept = await this.loading.upToDate(tenant, stream, kept);
        const loaded = (await this.loading.isBefore(kept.loaded, tenant, stream, requests.map(({ context }) => context))) ? await this.loading.whole(tenant, stream) : kept.loaded;
        const { outcomes, events, placed } = handleMany(loaded, requests, this.aggregate.evolve, (decided, cause) => caused(decided, cause, this.aggregate.events, this.ports.newId));
        if (events.length === 0 && guessed) continue;
        if (events.length === 0) return outcomes;
        const taken = await this.ports.log.append({ tenant, stream, expected: loaded.revision || 'none', events });
        if (taken.outcome === 'appended') {
          this.loading.grown(tenant, stream, { ...kept, loaded }, asStored(events, [tenant, stream], taken));
          return placed(taken.position);
        }
      }
      throw new LogError('busy', `Others changed ${stream} each time it was tried; nothing was appended`);
    });
  }

  /** The stream's events in order, none when there is no such stream. */
  history(tenant: string, id: string): Promise<readonly StoredEvent[]> {
    return this.ports.log.readStream(tenant, this.nameOf(id));
  }

  /** What the stream's events add up to now. */
  current(tenant: string, id: string): Promise<State> {
    return this.loading.current(tenant, this.nameOf(id));
  }

  private asked<Code extends string>(context: HandlingContext, id: string, decide: Asked<State, E, Code>, expected?: Revision, isNew = false): Promise<HandleOutcome<Code, Loaded<State>>> {
    const at = this.ports.clock.now();
    const rule = heard(decide);
    const carryOut = (cause: HandlingContext) => this.carrying.carryOut(cause, this.nameOf(id), at, rule, expected, isNew);
    return this.inTurn(`${context.tenant}/${id}`, () => tracedCommand(this.ports.tracing, this.aggregate.category, context, carryOut));
  }

  /** With all events up to where the command left the stream, which are read where only the last ones are known. */
  private async withHistory<Code extends string>({ tenant }: HandlingContext, id: string, outcome: HandleOutcome<Code, Loaded<State>>): Promise<HandleOutcome<Code>> {
    if (!('state' in outcome)) return outcome;
    const { revision, position } = outcome;
    const history = isWhole(outcome) ? outcome.history : (await this.history(tenant, id)).slice(0, revision);
    return { outcome: outcome.outcome, history, revision, position };
  }

  private nameOf(id: string): string {
    return `${this.aggregate.category}-${id}`;
  }
}
