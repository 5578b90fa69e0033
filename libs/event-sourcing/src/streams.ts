import { instant, type Clock, type Instant } from '@onmaru/time';
import { folded, type Aggregate } from './aggregate.js';
import { isRefusal, settle, type Decision } from './decision.js';
import type { EventStore } from './event-store.js';
import { storedName } from './event-types.js';
import type { Cause, Event, NewEvent, Revision, StoredEvent } from './event.js';
import { handleMany } from './handle-many.js';
import { asStored, isOtherBody, type HandleOutcome, type HandlingContext, type Loaded, type ManyOutcome, type Request } from './handled.js';
import { heard } from './heard.js';
import { keptStreams, type Kept, type KeptStreams } from './kept-streams.js';
import { LogError } from './log-error.js';
import { oneAtATime } from './one-at-a-time.js';

/** What streams are kept with. `newId` makes event ids: UUIDs in lower case, version 7. */
export type StreamPorts = { readonly log: EventStore; readonly clock: Clock; readonly newId: () => string };

/** What comes of a command to a stream as it stands, at the moment at which it was asked for. */
type Rule<State, E extends Event, Code extends string> = (current: State, at: Instant) => Decision<E, Code>;

/** A rule, or one that is still being prepared: the stream is loaded meanwhile. */
type Asked<State, E extends Event, Code extends string> = Rule<State, E, Code> | Promise<Rule<State, E, Code>>;

/** How often a command is decided when others change its stream meanwhile. */
const ATTEMPTS = 10;

/** The streams of one aggregate, and the one way to change them: load, fold, decide, append with the revision it was decided on. */
export class Streams<State, E extends Event> {
  private readonly inTurn = oneAtATime();
  private readonly kept: KeptStreams<State>;

  constructor(
    private readonly aggregate: Aggregate<State, E>,
    protected readonly ports: StreamPorts,
  ) {
    this.kept = keptStreams({ history: [], state: aggregate.initialState, revision: 0, position: 0 });
  }

  /**
   * What becomes of a command to the stream `<category>-<id>`. `decide` is asked with the stream as it stands and the
   * moment of asking, and again when another process was faster. With `expected` the command is carried out on that
   * revision or not at all. Commands to one stream wait for each other. Rejects with what the log
   * throws.
   */
  handle<Code extends string>(
    context: HandlingContext,
    id: string,
    decide: Asked<State, E, Code>,
    expected?: Revision,
  ): Promise<HandleOutcome<Code>> {
    const at = this.ports.clock.now();
    return this.inTurn(`${context.tenant}/${id}`, () => this.carryOut(context, this.nameOf(id), at, heard(decide), expected));
  }

  /**
   * The same for a stream that is hardly there yet: unless it is known here it is decided on nothing, and looked at only
   * when that was not so, or when nothing is to be appended.
   */
  create<Code extends string>(context: HandlingContext, id: string, decide: Asked<State, E, Code>, expected?: Revision): Promise<HandleOutcome<Code>> {
    const at = this.ports.clock.now();
    const rule = heard(decide);
    return this.inTurn(`${context.tenant}/${id}`, () => this.carryOut(context, this.nameOf(id), at, rule, expected, expected === undefined));
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
      let kept = this.kept.get(`${tenant}/${stream}`);
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const guessed = isNew && attempt === 1;
        if (!guessed) kept = await this.load(tenant, stream, kept);
        const { loaded } = kept;
        const { outcomes, events, placed } = handleMany(loaded, requests, this.aggregate.evolve, (decided, cause) => this.caused(decided, cause));
        if (events.length === 0 && guessed) continue;
        if (events.length === 0) return outcomes;
        const taken = await this.ports.log.append({ tenant, stream, expected: loaded.revision || 'none', events });
        if (taken.outcome === 'appended') {
          this.grown(tenant, stream, kept, asStored(events, [tenant, stream], taken));
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
  async current(tenant: string, id: string): Promise<State> {
    return folded(this.aggregate, await this.history(tenant, id));
  }

  private async carryOut<Code extends string>(
    context: HandlingContext,
    stream: string,
    at: Instant,
    decide: Promise<Rule<State, E, Code>>,
    expected: Revision | undefined,
    isNew = false,
  ): Promise<HandleOutcome<Code>> {
    const { tenant } = context;
    let kept = this.kept.get(`${tenant}/${stream}`);
    const known = kept.loaded.revision;
    const guessed = (isNew || known > 0) && (expected ?? known) === known ? await this.guess(kept, context, stream, at, decide) : null;
    if (guessed) return guessed;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      kept = await this.load(tenant, stream, kept);
      const { loaded } = kept;
      const answered = earlier<Code>(loaded.history, context) ?? stale<Code>(loaded, expected);
      if (answered) return answered;
      const outcome = await this.tryOn(kept, context, stream, at, await decide);
      if (outcome) return outcome;
    }
    return { outcome: 'busy' };
  }

  /**
   * Decides on the stream as it was a moment ago, without looking whether it still is: the log takes nothing that was
   * decided on an older revision. Null when it took nothing, or there was nothing to take.
   */
  private async guess<Code extends string>(kept: Kept<State>, context: HandlingContext, stream: string, at: Instant, decide: Promise<Rule<State, E, Code>>): Promise<HandleOutcome<Code> | null> {
    const repeated = earlier<Code>(kept.loaded.history, context);
    if (repeated !== null) return repeated;
    const outcome = await this.tryOn(kept, context, stream, at, await decide);
    return outcome?.outcome === 'appended' ? outcome : null;
  }

  /** What comes of deciding on the stream as it is loaded; null when it has changed since. */
  private async tryOn<Code extends string>(kept: Kept<State>, context: HandlingContext, stream: string, at: Instant, decide: Rule<State, E, Code>): Promise<HandleOutcome<Code> | null> {
    const { tenant } = context;
    const { history, revision, position, state } = kept.loaded;
    const decided = settle<E, Code>(decide(state, at));
    if (isRefusal<Code>(decided)) return { outcome: 'refused', refused: decided.refused };
    if (decided.length === 0) return { outcome: 'unchanged', history, revision, position };
    const events = this.caused(decided, context);
    const taken = await this.ports.log.append({ tenant, stream, expected: revision || 'none', events });
    if (taken.outcome === 'command-reused') return taken;
    if (taken.outcome !== 'appended') return null;
    const { loaded: left } = this.grown(tenant, stream, kept, asStored(events, [tenant, stream], taken));
    return { outcome: 'appended', history: left.history, revision: taken.revision, position: taken.position };
  }

  /** Brings what is loaded of a stream up to date, reading only what came after it. */
  private async load(tenant: string, stream: string, from: Kept<State>): Promise<Kept<State>> {
    return this.grown(tenant, stream, from, await this.ports.log.readStream(tenant, stream, from.loaded.revision));
  }

  /** What is loaded with what came after it, which is kept for the next command. */
  private grown(tenant: string, stream: string, from: Kept<State>, tail: readonly StoredEvent[]): Kept<State> {
    const last = tail.at(-1);
    if (!last) return from;
    const { history, state } = from.loaded;
    const kept = { loaded: { history: [...history, ...tail], state: folded(this.aggregate, tail, state), revision: last.revision, position: last.position }, since: from.since };
    this.kept.keep(`${tenant}/${stream}`, kept);
    return kept;
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
