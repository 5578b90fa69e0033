import { decode, type EventTypes } from './event-types.js';
import type { Event, StoredEvent } from './event.js';
import type { Plain } from './plain.js';

/** What streams `<category>-<id>` hold: their events, what these add up to, and what they begin with. */
export type Aggregate<State, E extends Event> = {
  readonly category: string;
  readonly events: EventTypes<E>;
  readonly initialState: State;
  readonly evolve: (current: State, event: E) => State;
  /**
   * Snapshots of long streams are kept, and used by a program of the same `shape`: a number for the state as it is and
   * for what `evolve` makes of events, and another one as soon as either is another. For states that JSON brings back,
   * and events without personal fields.
   */
  readonly snapshots?: [State] extends [Plain<State>] ? Shape : never;
};

type Shape = { readonly shape: number };

/** What stored events add up to, from the beginning or from `current`. Throws on an event that nobody knows. */
export const folded = <State, E extends Event>(
  { events, initialState, evolve }: Aggregate<State, E>,
  history: readonly StoredEvent[],
  current: State = initialState,
): State => history.reduce((state, stored) => evolve(state, decode(events, stored)), current);
