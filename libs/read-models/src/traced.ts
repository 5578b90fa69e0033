import type { StoredEvent } from '@onmaru/event-sourcing';
import { traceIdOf, traced, type Beginning, type Tracing } from '@onmaru/tracing';

/** Traces that a batch is linked to at most. */
const LINKS = 32;

/**
 * How events are folded together: in their trace where they are all of one, else in a trace of its own that is linked to
 * theirs. Null when they are in none.
 */
const beginningOf = (events: readonly StoredEvent[]): Beginning | null => {
  const places = new Map<string, string>();
  for (const { traceparent } of events) if (traceparent !== undefined) places.set(traceIdOf(traceparent), traceparent);
  if (places.size === 0) return null;
  const attributes = { 'onmaru.events': events.length };
  const [only] = places.values();
  return { kind: 'internal', attributes, ...(places.size === 1 ? { parent: only } : { links: [...places.values()].slice(-LINKS) }) };
};

/** Folds events into a view as a piece of work of the traces that they came of. */
export const tracedFold = <T>(tracing: Tracing | undefined, view: string, events: readonly StoredEvent[], fold: () => Promise<T>): Promise<T> => {
  const beginning = tracing && beginningOf(events);
  return beginning ? traced(tracing, `fold ${view}`, beginning, fold) : fold();
};
