import type { Aggregate } from '../aggregate.js';
import { refuse, type Decision } from '../decision.js';
import type { EventStore } from '../event-store.js';
import type { Event, NewEvent } from '../event.js';
import { inMemoryEventStore } from '../in-memory.js';
import { Streams } from '../streams.js';
import { context, now } from './stamp-card.js';

export type Lapped = Event<'Lapped', { by: string }>;
type Laps = { readonly sum: number; readonly last: string | null };

/** A runner laps without end, not twice in a row under one name, and `nobody` does not. */
export const lap = (by: string) => (laps: Laps): Decision<Lapped, 'nobody'> => {
  if (by === 'nobody') return refuse('nobody');
  return by === laps.last ? [] : [{ type: 'Lapped', occurredAt: now, data: { by } }];
};

export const laps: Aggregate<Laps, Lapped> = {
  category: 'laps',
  events: { context: 'tests', types: { Lapped: { version: 1 } } },
  initialState: { sum: 0, last: null },
  evolve: ({ sum }, { data: { by } }) => ({ sum: sum + 1, last: by }),
  snapshots: { shape: 1 },
};

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** The `n`th event of a stream: by the command `c<n>` with the body `b<n>`. */
export const nthLap = (n: number, eventId = id(n)): NewEvent => ({ ...context(`c${n}`, `b${n}`), id: eventId, type: 'tests.Lapped.v1', occurredAt: now, data: { by: `runner ${n}` } });

/** A log in which `laps-1` has so many events, and programs that know nothing of each other. */
export const lapped = async (events: number, counting: Aggregate<Laps, Lapped> = laps, change: (store: EventStore) => Partial<EventStore> = () => ({})) => {
  const plain = inMemoryEventStore({ clock: { now: () => now } });
  let made = 0;
  const newId = (): string => id((made += 1));
  const filled = Array.from({ length: events }, (_, n) => nthLap(n + 1, newId()));
  if (events > 0) await plain.append({ tenant: 'demo', stream: 'laps-1', expected: 'none', events: filled });
  const reads: number[] = [];
  const troubles: object[] = [];
  const watched: EventStore = { ...plain, readStream: (tenant, stream, after = 0) => (reads.push(after), plain.readStream(tenant, stream, after)), ...change(plain) };
  const program = (as: Aggregate<Laps, Lapped> = counting) => new Streams(as, { log: watched, clock: { now: () => now }, newId, trouble: { warn: (details) => void troubles.push(details) } });
  return { plain, program, /** After which revisions the stream was read. */ reads, troubles, snapshot: () => plain.readSnapshot('demo', 'laps-1') };
};

/** The same aggregate without snapshots. */
export const { snapshots: _, ...lapsWithout } = laps;
