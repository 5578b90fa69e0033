import { instant } from '@onmaru/time';
import { storedName, type EventTypes } from './event-types.js';
import type { Cause, Event, NewEvent } from './event.js';

/** Decided events on their way into the log, each with the cause that they share. */
export const caused = <E extends Event>(
  events: readonly E[],
  { actor, commandId, commandHash, correlationId, causationId, traceparent }: Cause,
  types: EventTypes<E>,
  newId: () => string,
): readonly NewEvent[] => {
  const cause = { actor, commandId, correlationId, ...(commandHash && { commandHash }), ...(causationId && { causationId }), ...(traceparent && { traceparent }) };
  return events.map(({ type, occurredAt, data }) => ({ id: newId(), type: storedName(types, type), occurredAt: instant(occurredAt), data, ...cause }));
};
