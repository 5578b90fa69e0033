import { decode, type EventTypes } from './event-types.js';
import type { Event, StoredEvent } from './event.js';

/** What streams `<category>-<id>` hold: their events, what these add up to, and what they begin with. */
export type Aggregate<State, E extends Event> = {
  readonly category: string;
  readonly events: EventTypes<E>;
  readonly initialState: State;
  readonly evolve: (current: State, event: E) => State;
};

/** What stored events add up to, from the beginning or from `current`. Throws on an event that nobody knows. */
export const folded = <State, E extends Event>(
  { events, initialState, evolve }: Aggregate<State, E>,
  history: readonly StoredEvent[],
  current: State = initialState,
): State => history.reduce((state, stored) => evolve(state, decode(events, stored)), current);
