import { instant } from '@onmaru/time';
import type { Decider, Command } from './decider.js';
import type { Appended, EventStore } from './event-store.js';
import type { Cause, Event, NewEvent, Position, Revision, StoredEvent } from './event.js';
import { decode, storedName, type EventTypes } from './event-types.js';

/** How often a command is decided when others change its stream meanwhile. */
export const ATTEMPTS = 10;

/** A stream's events and what they add up to. */
export type Loaded<State> = {
  readonly history: readonly StoredEvent[];
  readonly state: State;
  readonly revision: Revision;
  readonly position: Position;
};

/** Brings what is loaded of a stream up to date, reading only what came after it. */
export const brought = async <State, E extends Event>(
  store: EventStore,
  types: EventTypes<E>,
  evolve: Decider<State, Command, E, string>['evolve'],
  [tenant, stream]: readonly [string, string],
  from: Loaded<State>,
): Promise<Loaded<State>> => {
  const tail = await store.readStream(tenant, stream, from.revision);
  const last = tail.at(-1);
  if (!last) return from;
  return {
    history: [...from.history, ...tail],
    state: tail.reduce((state, event) => evolve(state, decode(types, event)), from.state),
    revision: last.revision,
    position: last.position,
  };
};

/** Decided events on their way into the log, each with the cause that they share. */
export const caused = <E extends Event>(
  events: readonly E[],
  { actor, commandId, commandHash, correlationId, causationId, traceparent }: Cause,
  types: EventTypes<E>,
  newId: () => string,
): readonly NewEvent[] =>
  events.map(({ type, occurredAt, data }) => ({
    id: newId(),
    type: storedName(types, type),
    occurredAt: instant(occurredAt),
    data,
    actor,
    commandId,
    ...(commandHash !== undefined && { commandHash }),
    correlationId,
    ...(causationId !== undefined && { causationId }),
    ...(traceparent !== undefined && { traceparent }),
  }));

/** Appended events as the log now holds them: one append takes consecutive revisions and positions at one moment. */
export const recorded = (
  events: readonly NewEvent[],
  [tenant, stream]: readonly [string, string],
  { revision, position, recordedAt }: Extract<Appended, { outcome: 'appended' | 'repeated' }>,
): readonly StoredEvent[] =>
  events.map((event, n) => {
    const before = events.length - 1 - n;
    return { ...event, tenant, stream, revision: revision - before, position: position - before, recordedAt };
  });

/** Whether two bodies are known to differ. */
export const isOtherBody = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;
