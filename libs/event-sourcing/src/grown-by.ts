import { folded, type Aggregate } from './aggregate.js';
import type { Event, StoredEvent } from './event.js';
import type { Loaded } from './handled.js';

/** A stream as it is loaded, with what came after it. */
export const grownBy = <State, E extends Event>(aggregate: Aggregate<State, E>, loaded: Loaded<State>, tail: readonly StoredEvent[]): Loaded<State> => {
  const last = tail.at(-1);
  if (!last) return loaded;
  const { history, state } = loaded;
  return { history: [...history, ...tail], state: folded(aggregate, tail, state), revision: last.revision, position: last.position };
};
