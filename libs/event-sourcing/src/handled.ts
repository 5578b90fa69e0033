import type { Decision } from './decision.js';
import type { Appended } from './event-store.js';
import type { Cause, Event, NewEvent, Position, Revision, StoredEvent } from './event.js';

/** Who asks, in whose tenant, and by which command. */
export type HandlingContext = Cause & { readonly tenant: string };

/** A stream up to where a command left it; `position` is that of its last event, 0 when it has none. */
export type Standing = { readonly history: readonly StoredEvent[]; readonly revision: Revision; readonly position: Position };

/** What a stream adds up to where a command left it. */
export type StateLeft<State> = Omit<Standing, 'history'> & { readonly state: State };

/** What a stream adds up to, with its events: all of them, or, from a snapshot, the last ones. */
export type Loaded<State> = Standing & { readonly state: State };

export const isWhole = ({ history, revision }: Standing): boolean => history.length === revision;

/**
 * What became of a command: `appended` with its events at the end of the history; `unchanged` when there was nothing
 * to do; `repeated` with the history as the first time left it; `command-reused` when its id belongs to another body;
 * `refused` by the rules; `stale` with what happened since the expected revision; `busy` when others changed the
 * stream each time it was tried, and it may be tried again.
 */
export type HandleOutcome<Code extends string = string, Stands = Standing> =
  | Done<Stands>
  | { readonly outcome: 'command-reused' }
  | { readonly outcome: 'refused'; readonly refused: Code }
  | { readonly outcome: 'stale'; readonly since: readonly StoredEvent[]; readonly revision: Revision }
  | { readonly outcome: 'busy' };

type Done<Stands> = { readonly outcome: 'appended' | 'unchanged' | 'repeated' } & Stands;

/** One of several commands for one stream. `recorded`: another system recorded it, so that it passes what policy objects to. */
export type Request<State, E extends Event, Code extends string> = {
  readonly context: Cause;
  readonly recorded?: boolean;
  readonly decide: (current: State) => Decision<E, Code>;
};

/**
 * What became of one of several commands, with the number of events appended for it now, and the position of its
 * last event where the stream holds one. A command id that belongs to another body is refused as `command-reused`.
 */
export type ManyOutcome<Code extends string = string> = {
  readonly outcome: 'appended' | 'unchanged' | 'repeated' | 'refused';
  readonly refused?: Code | 'command-reused';
  readonly events: number;
  readonly position?: Position;
};

/** Appended events as the log now holds them, as JSON: one append takes consecutive revisions and positions at one moment. */
export const asStored = (
  events: readonly NewEvent[],
  [tenant, stream]: readonly [string, string],
  { revision, position, recordedAt }: Extract<Appended, { outcome: 'appended' | 'repeated' }>,
): readonly StoredEvent[] =>
  events.map((event, n) => {
    const before = events.length - 1 - n;
    return { ...event, data: JSON.parse(JSON.stringify(event.data)) as object, tenant, stream, revision: revision - before, position: position - before, recordedAt };
  });

/** Whether two bodies are known to differ. */
export const isOtherBody = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;
