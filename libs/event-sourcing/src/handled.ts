import type { Command, Decider } from './decider.js';
import type { EventStore } from './event-store.js';
import type { Cause, Event, Position, Revision, StoredEvent } from './event.js';
import type { EventTypes } from './event-types.js';

/** Who asks, in whose tenant, and by which command. */
export type HandlingContext = Cause & { readonly tenant: string };

/** A stream up to where a command left it; `position` is that of its last event, 0 when it has none. */
export type Standing = { readonly history: readonly StoredEvent[]; readonly revision: Revision; readonly position: Position };

/**
 * What became of a command: `appended` with its events at the end of the history; `unchanged` when there was nothing
 * to do; `repeated` with the history as the first time left it; `command-reused` when its id belongs to another body;
 * `refused` by the rules; `stale` with what happened since the expected revision; `busy` when others changed the
 * stream each time it was tried, and it may be tried again.
 */
export type HandleOutcome<Code extends string = string> =
  | ({ readonly outcome: 'appended' | 'unchanged' | 'repeated' } & Standing)
  | { readonly outcome: 'command-reused' }
  | { readonly outcome: 'refused'; readonly refused: Code }
  | { readonly outcome: 'stale'; readonly since: readonly StoredEvent[]; readonly revision: Revision }
  | { readonly outcome: 'busy' };

/** One of several commands for one stream. */
export type Request<C extends Command = Command> = { readonly context: Omit<HandlingContext, 'tenant'>; readonly command: C };

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

export type HandlerOptions<State, C extends Command, E extends Event, Code extends string> = {
  readonly store: EventStore;
  readonly decider: Decider<State, C, E, Code>;
  readonly types: EventTypes<E>;
  readonly category: string;
  /** Makes event ids: UUIDs in lower case, version 7. */
  readonly newId: () => string;
};

export type CommandHandler<C extends Command = Command, Code extends string = string> = {
  /**
   * Loads the stream `<category>-<id>`, decides, and appends. With `expected` the command is carried out on that
   * revision or not at all. Commands on one stream wait for each other; a conflict with another process is decided
   * again on what it left. Rejects with what the log throws.
   */
  handle(context: HandlingContext, id: string, command: C, expected?: Revision): Promise<HandleOutcome<Code>>;
  /**
   * Decides several commands in order on one loading of the stream and appends their events together; an outcome for
   * each, in order. Those up to the last one that the stream already holds are `repeated`.
   *
   * @throws LogError `busy` when others changed the stream each time it was tried; nothing was appended.
   */
  handleMany(tenant: string, id: string, requests: readonly Request<C>[]): Promise<readonly ManyOutcome<Code>[]>;
};
