import { randomUUID } from 'node:crypto';
import type { Aggregate } from '../aggregate.js';
import { objectTo, refuse, type Command, type Decision } from '../decision.js';
import type { EventStore } from '../event-store.js';
import type { Event } from '../event.js';
import { inMemoryEventStore } from '../in-memory.js';
import { Streams } from '../streams.js';

export type Stamped = Event<'Stamped', { n: number }>;
export type Add = Command<{ n: number }>;
type Code = 'too-much' | 'after-hours';

/** A card takes stamps up to ten, each number once, and after hours only as history. */
export const stamp = ({ at, data: { n } }: Add, stamps: readonly number[]): Decision<Stamped, Code> => {
  if (stamps.includes(n)) return [];
  if (stamps.length >= 10) return refuse('too-much');
  const stamped: Stamped = { type: 'Stamped', occurredAt: at, data: { n } };
  return at > '2026-03-01T18' ? objectTo('after-hours', stamped) : [stamped];
};
export const cards: Aggregate<readonly number[], Stamped> = {
  category: 'card',
  events: { context: 'tests', types: { Stamped: { version: 1 } } },
  initialState: [],
  evolve: (stamps, { data }) => [...stamps, data.n],
};

export const now = '2026-03-01T09:00:00.000Z';
export const add = (n: number, at = now) => (stamps: readonly number[]): Decision<Stamped, Code> => stamp({ at, data: { n } }, stamps);
export const context = (commandId: string = randomUUID(), commandHash?: string) =>
  ({ tenant: 'demo', actor: { kind: 'staff', id: 'kim' }, commandId, correlationId: 'c', ...(commandHash && { commandHash }) }) as const;

export const setUp = (change: (store: EventStore) => Partial<EventStore> = () => ({})) => {
  const clock = { now: () => now };
  const plain = inMemoryEventStore({ clock });
  const streamsOf = (log: EventStore): Streams<readonly number[], Stamped> => new Streams(cards, { log, clock, newId: randomUUID });
  return { plain, streams: streamsOf({ ...plain, ...change(plain) }), /** As another process has them. */ beside: () => streamsOf(plain) };
};

/** Others who change the stream between loading and appending, `times` times. */
export const meddled = (times: number) => (store: EventStore): Partial<EventStore> => {
  let left = times;
  return {
    append: async (append) => {
      if (left-- > 0) {
        const events = append.events.map((event) => ({ ...event, id: randomUUID(), commandId: randomUUID(), data: { n: 100 + left } }));
        await store.append({ ...append, expected: 'any', events: events.slice(0, 1) });
      }
      return store.append(append);
    },
  };
};
