import type { Instant } from '@onmaru/time';
import { folded, type Aggregate } from './aggregate.js';
import { caused } from './caused.js';
import { isRefusal, settle, type Decision } from './decision.js';
import type { EventStore } from './event-store.js';
import type { Event, Revision } from './event.js';
import { asStored, isOtherBody, isWhole, type HandleOutcome, type HandlingContext, type Loaded } from './handled.js';
import type { Kept } from './kept-streams.js';
import type { Loading } from './loading.js';

/** What comes of a command to a stream as it stands, at the moment at which it was asked for. */
export type Rule<State, E extends Event, Code extends string> = (current: State, at: Instant) => Decision<E, Code>;

type Ports = { readonly log: EventStore; readonly newId: () => string };

/** How often a command is decided when others change its stream meanwhile. */
export const ATTEMPTS = 10;

/** One command at a time to a stream: loaded, decided, appended with the revision it was decided on, and again where others were faster. */
export class CarryingOut<State, E extends Event> {
  constructor(
    private readonly aggregate: Aggregate<State, E>,
    private readonly ports: Ports,
    private readonly loading: Loading<State, E>,
  ) {}

  /** What becomes of a command to a stream, with as much of its history as is loaded, but all of it where it is a repeat. */
  async carryOut<Code extends string>(
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
      const repeated = (await this.loading.isBefore(kept.loaded, tenant, stream, [context])) ? this.earlier<Code>(await this.loading.whole(tenant, stream), context) : null;
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
    const events = caused(decided, context, this.aggregate.events, this.ports.newId);
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

  /** The first result of a command that the stream already holds, or null. */
  private earlier<Code extends string>({ history }: Loaded<State>, { commandId, commandHash }: HandlingContext): HandleOutcome<Code, Loaded<State>> | null {
    const at = history.findLastIndex((event) => event.commandId === commandId);
    const last = history[at];
    if (!last) return null;
    if (isOtherBody(commandHash, last.commandHash)) return { outcome: 'command-reused' };
    const until = history.slice(0, at + 1);
    return { outcome: 'repeated', history: until, state: folded(this.aggregate, until), revision: last.revision, position: last.position };
  }
}

const stale = <Code extends string>({ history, revision }: Loaded<unknown>, expected: Revision): HandleOutcome<Code, never> | null =>
  expected === revision ? null : { outcome: 'stale', since: history.slice(expected), revision };
