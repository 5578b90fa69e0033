import { instant, type Clock, type Instant } from '@onmaru/time';
import { folded, type Aggregate } from './aggregate.js';
import { isRefusal, settle, type Decision } from './decision.js';
import type { EventStore } from './event-store.js';
import { storedName } from './event-types.js';
import type { Cause, Event, NewEvent, Revision, StoredEvent } from './event.js';
import { handleMany } from './handle-many.js';
import { asStored, isOtherBody, type HandleOutcome, type HandlingContext, type Loaded, type ManyOutcome, type Request } from './handled.js';
import { LogError } from './log-error.js';
import { oneAtATime } from './one-at-a-time.js';

/** What streams are kept with. `newId` makes event ids: UUIDs in lower case, version 7. */
export type StreamPorts = { readonly log: EventStore; readonly clock: Clock; readonly newId: () => string };

/** How often a command is decided when others change its stream meanwhile. */
const ATTEMPTS = 10;

/** The streams of one aggregate, and the one way to change them: load, fold, decide, append with the revision it was decided on. */
export class Streams<State, E extends Event> {
  private readonly inTurn = oneAtATime();

  constructor(
    private readonly aggregate: Aggregate<State, E>,
    protected readonly ports: StreamPorts,
  ) {}

  /**
   * What becomes of a command to the stream `<category>-<id>`. `decide` is asked with the stream as it stands and the
   * moment of asking, and again when another process was faster. With `expected` the command is carried out on that
   * revision or not at all. Commands to one stream wait for each other. Rejects with what the log
   * throws.
   */
  handle<Code extends string>(
    context: HandlingContext,
    id: string,
    decide: (current: State, at: Instant) => Decision<E, Code>,
    expected?: Revision,
  ): Promise<HandleOutcome<Code>> {
    const at = this.ports.clock.now();
    return this.inTurn(`${context.tenant}/${id}`, () => this.carryOut(context, this.nameOf(id), (current) => decide(current, at), expected));
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
      let loaded = this.nothing();
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const guessed = isNew && attempt === 1;
        if (!guessed) loaded = await this.load(tenant, stream, loaded);
        const { outcomes, events, placed } = handleMany(loaded, requests, this.aggregate.evolve, (decided, cause) => this.caused(decided, cause));
        if (events.length === 0 && guessed) continue;
        if (events.length === 0) return outcomes;
        const taken = await this.ports.log.append({ tenant, stream, expected: loaded.revision || 'none', events });
        if (taken.outcome === 'appended') return placed(taken.position);
      }
      throw new LogError('busy', `Others changed ${stream} each time it was tried; nothing was appended`);
    });
  }

  /** The stream's events in order, none when there is no such stream. */
  history(tenant: string, id: string): Promise<readonly StoredEvent[]> {
    return this.ports.log.readStream(tenant, this.nameOf(id));
  }

  /** What the stream's events add up to now. */
  async current(tenant: string, id: string): Promise<State> {
    return folded(this.aggregate, await this.history(tenant, id));
  }

  private async carryOut<Code extends string>(
    context: HandlingContext,
    stream: string,
    decide: (current: State) => Decision<E, Code>,
    expected: Revision | undefined,
  ): Promise<HandleOutcome<Code>> {
    const { tenant } = context;
    let loaded = this.nothing();
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      loaded = await this.load(tenant, stream, loaded);
      const answered = earlier<Code>(loaded.history, context) ?? stale<Code>(loaded, expected);
      if (answered) return answered;
      const { history, revision, position, state } = loaded;
      const decided = settle<E, Code>(decide(state));
      if (isRefusal<Code>(decided)) return { outcome: 'refused', refused: decided.refused };
      if (decided.length === 0) return { outcome: 'unchanged', history, revision, position };
      const events = this.caused(decided, context);
      const taken = await this.ports.log.append({ tenant, stream, expected: revision || 'none', events });
      if (taken.outcome === 'command-reused') return taken;
      if (taken.outcome === 'appended') {
        return { outcome: 'appended', history: [...history, ...asStored(events, [tenant, stream], taken)], revision: taken.revision, position: taken.position };
      }
    }
    return { outcome: 'busy' };
  }

  /** Brings what is loaded of a stream up to date, reading only what came after it. */
  private async load(tenant: string, stream: string, from: Loaded<State>): Promise<Loaded<State>> {
    const tail = await this.ports.log.readStream(tenant, stream, from.revision);
    const last = tail.at(-1);
    if (!last) return from;
    return { history: [...from.history, ...tail], state: folded(this.aggregate, tail, from.state), revision: last.revision, position: last.position };
  }

  /** Decided events on their way into the log, each with the cause that they share. */
  private caused(events: readonly E[], { actor, commandId, commandHash, correlationId, causationId, traceparent }: Cause): readonly NewEvent[] {
    const cause = { actor, commandId, correlationId, ...(commandHash && { commandHash }), ...(causationId && { causationId }), ...(traceparent && { traceparent }) };
    return events.map(({ type, occurredAt, data }) => ({ id: this.ports.newId(), type: storedName(this.aggregate.events, type), occurredAt: instant(occurredAt), data, ...cause }));
  }

  private nothing(): Loaded<State> {
    return { history: [], state: this.aggregate.initialState, revision: 0, position: 0 };
  }

  private nameOf(id: string): string {
    return `${this.aggregate.category}-${id}`;
  }
}

/** The first result of a command that the stream already holds, or null. */
const earlier = <Code extends string>(history: readonly StoredEvent[], { commandId, commandHash }: HandlingContext): HandleOutcome<Code> | null => {
  const at = history.findLastIndex((event) => event.commandId === commandId);
  const last = history[at];
  if (!last) return null;
  if (isOtherBody(commandHash, last.commandHash)) return { outcome: 'command-reused' };
  return { outcome: 'repeated', history: history.slice(0, at + 1), revision: last.revision, position: last.position };
};

const stale = <Code extends string>({ history, revision }: Loaded<unknown>, expected: Revision | undefined): HandleOutcome<Code> | null =>
  expected === undefined || expected === revision ? null : { outcome: 'stale', since: history.slice(expected), revision };
