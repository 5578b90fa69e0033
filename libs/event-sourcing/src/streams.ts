import { instant, type Clock, type Instant } from '@onmaru/time';
import { folded, type Aggregate } from './aggregate.js';
import { isRefusal, settle, type Decision } from './decision.js';
import type { EventStore } from './event-store.js';
import { storedName } from './event-types.js';
import type { Cause, Event, NewEvent, Revision, StoredEvent } from './event.js';
import { handleMany } from './handle-many.js';
import { asStored, isOtherBody, isWhole, type HandleOutcome, type HandlingContext, type Left, type Loaded, type ManyOutcome, type Request } from './handled.js';
import type { Kept } from './kept-streams.js';
import { Loading } from './loading.js';
import { LogError } from './log-error.js';
import { oneAtATime } from './one-at-a-time.js';
import type { Trouble } from './snapshots.js';

/** What streams are kept with. `newId` makes event ids: UUIDs in lower case, version 7. `trouble` is needed where there are snapshots. */
export type StreamPorts = { readonly log: EventStore; readonly clock: Clock; readonly newId: () => string; readonly trouble?: Trouble };

/** What comes of a command to a stream as it stands, at the moment at which it was asked for. */
type Rule<State, E extends Event, Code extends string> = (current: State, at: Instant) => Decision<E, Code>;

/** A rule, or one that is still being prepared: the stream is loaded meanwhile. */
type Asked<State, E extends Event, Code extends string> = Rule<State, E, Code> | Promise<Rule<State, E, Code>>;

/** How often a command is decided when others change its stream meanwhile. */
const ATTEMPTS = 10;

/** The streams of one aggregate, and the one way to change them: load, fold, decide, append with the revision it was decided on. */
export class Streams<State, E extends Event> {
  private readonly inTurn = oneAtATime();
  private readonly loading: Loading<State, E>;

  constructor(
    private readonly aggregate: Aggregate<State, E>,
    protected readonly ports: StreamPorts,
  ) {
    this.loading = new Loading(aggregate, ports);
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
  ): Promise<HandleOutcome<Code, Left<State>>> {
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
        const loaded = (await this.isBefore(kept.loaded, tenant, stream, requests)) ? await this.loading.whole(tenant, stream) : kept.loaded;
        const { outcomes, events, placed } = handleMany(loaded, requests, this.aggregate.evolve, (decided, cause) => this.caused(decided, cause));
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
    return this.inTurn(`${context.tenant}/${id}`, () => this.carryOut(context, this.nameOf(id), at, rule, expected, isNew));
  }

  /** With all events up to where the command left the stream, which are read where only the last ones are known. */
  private async withHistory<Code extends string>({ tenant }: HandlingContext, id: string, outcome: HandleOutcome<Code, Loaded<State>>): Promise<HandleOutcome<Code>> {
    if (!('state' in outcome)) return outcome;
    const { revision, position } = outcome;
    const history = isWhole(outcome) ? outcome.history : (await this.history(tenant, id)).slice(0, revision);
    return { outcome: outcome.outcome, history, revision, position };
  }

  private async carryOut<Code extends string>(
    context: HandlingContext,
    stream: string,
    at: Instant,
    decide: Promise<Rule<State, E, Code>>,
    expected: Revision | undefined,
    isNew: boolean,
  ): Promise<HandleOutcome<Code, Loaded<State>>> {
    const { tenant } = context;
    let kept = this.loading.known(tenant, stream);
    const known = kept.loaded.revision;
    const guessed = (isNew || known > 0) && (expected ?? known) === known ? await this.guess(kept, context, stream, at, decide) : null;
    if (guessed) return guessed;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      kept = await this.loading.upToDate(tenant, stream, kept);
      const answered = await this.answered<Code>(kept.loaded, context, stream, expected);
      if (answered) return answered;
      const outcome = await this.tryOn(kept, context, stream, at, await decide);
      if (outcome?.outcome === 'appended') return outcome;
      const repeated = (await this.isBefore(kept.loaded, tenant, stream, [{ context }])) ? this.earlier<Code>(await this.loading.whole(tenant, stream), context) : null;
      if (repeated) return repeated;
      if (outcome) return outcome;
    }
    return { outcome: 'busy' };
  }

  /**
   * Decides on the stream as it was a moment ago, without looking whether it still is: the log takes nothing that was
   * decided on an older revision. Null when it took nothing, or there was nothing to take.
   */
  private async guess<Code extends string>(kept: Kept<State>, context: HandlingContext, stream: string, at: Instant, decide: Promise<Rule<State, E, Code>>): Promise<HandleOutcome<Code, Loaded<State>> | null> {
    const repeated = await this.answered<Code>(kept.loaded, context, stream);
    if (repeated !== null) return repeated;
    const outcome = await this.tryOn(kept, context, stream, at, await decide);
    return outcome?.outcome === 'appended' ? outcome : null;
  }

  /** What comes of deciding on the stream as it is loaded; null when it has changed since. */
  private async tryOn<Code extends string>(kept: Kept<State>, context: HandlingContext, stream: string, at: Instant, decide: Rule<State, E, Code>): Promise<HandleOutcome<Code, Loaded<State>> | null> {
    const { tenant } = context;
    const { revision, state } = kept.loaded;
    const decided = settle<E, Code>(decide(state, at));
    if (isRefusal<Code>(decided)) return { outcome: 'refused', refused: decided.refused };
    if (decided.length === 0) return { outcome: 'unchanged', ...kept.loaded };
    const events = this.caused(decided, context);
    const taken = await this.ports.log.append({ tenant, stream, expected: revision || 'none', events });
    if (taken.outcome === 'command-reused') return taken;
    if (taken.outcome !== 'appended') return null;
    const { loaded: left } = this.loading.grown(tenant, stream, kept, asStored(events, [tenant, stream], taken));
    return { outcome: 'appended', ...left };
  }

  /** What the stream itself says to a command, or null. Where that is said from its first events, these are read. */
  private async answered<Code extends string>(loaded: Loaded<State>, context: HandlingContext, stream: string, expected = loaded.revision): Promise<HandleOutcome<Code, Loaded<State>> | null> {
    const isSilent = expected === loaded.revision && !loaded.history.some(({ commandId }) => commandId === context.commandId);
    if (isSilent) return null;
    const whole = isWhole(loaded) ? loaded : await this.loading.whole(context.tenant, stream);
    return this.earlier<Code>(whole, context) ?? stale<Code>(whole, expected);
  }

  /** Whether any of the commands left its events before those that are loaded. */
  private async isBefore(loaded: Loaded<State>, tenant: string, stream: string, asked: readonly { readonly context: Cause }[]): Promise<boolean> {
    if (isWhole(loaded)) return false;
    const held = await Promise.all(asked.map(({ context }) => this.ports.log.holds(tenant, stream, context.commandId)));
    return held.includes(true);
  }

  /** The first result of a command that the stream already holds, or null. */
  private earlier<Code extends string>({ history }: Loaded<State>, { commandId, commandHash }: HandlingContext): HandleOutcome<Code, Loaded<State>> | null {
    const at = history.findLastIndex((event) => event.commandId === commandId);
    const last = history[at];
    if (!last) return null;
    if (isOtherBody(commandHash, last.commandHash)) return { outcome: 'command-reused' };
    const until = history.slice(0, at + 1);
    return { outcome: 'repeated', history: until, state: folded(this.aggregate, until), revision: last.revision, position: last.position };
  }

  /** Decided events on their way into the log, each with the cause that they share. */
  private caused(events: readonly E[], { actor, commandId, commandHash, correlationId, causationId, traceparent }: Cause): readonly NewEvent[] {
    const cause = { actor, commandId, correlationId, ...(commandHash && { commandHash }), ...(causationId && { causationId }), ...(traceparent && { traceparent }) };
    return events.map(({ type, occurredAt, data }) => ({ id: this.ports.newId(), type: storedName(this.aggregate.events, type), occurredAt: instant(occurredAt), data, ...cause }));
  }

  private nameOf(id: string): string {
    return `${this.aggregate.category}-${id}`;
  }
}

/** As a promise whose failure is heard even where the loading fails before. */
const heard = <T>(asked: T | Promise<T>): Promise<T> => {
  const promised = Promise.resolve(asked);
  void Promise.allSettled([promised]);
  return promised;
};

const stale = <Code extends string>({ history, revision }: Loaded<unknown>, expected: Revision): HandleOutcome<Code, never> | null =>
  expected === revision ? null : { outcome: 'stale', since: history.slice(expected), revision };
