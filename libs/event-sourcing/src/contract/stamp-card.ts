import { randomUUID } from 'node:crypto';
import { objections, refusals, type Command, type Decider, type Decision } from '../decider.js';
import type { EventStore } from '../event-store.js';
import type { Event } from '../event.js';
import type { EventTypes } from '../event-types.js';
import { commandHandler } from '../handle.js';
import { inMemoryEventStore } from '../in-memory.js';

type Stamped = Event<'Stamped', { n: number }>;
export type Add = Command<'Add', { n: number }>;
type Code = 'too-much' | 'after-hours';
const refuse = refusals<Code>();
const objectTo = objections<Code>();

/** A card takes stamps up to ten, each number once, and after hours only as history. */
const decide = ({ at, data: { n } }: Add, stamps: readonly number[]): Decision<Stamped, Code> => {
  if (stamps.includes(n)) return [];
  if (stamps.length >= 10) return refuse('too-much');
  const stamped: Stamped = { type: 'Stamped', occurredAt: at, data: { n } };
  return at > '2026-03-01T18' ? objectTo('after-hours', stamped) : [stamped];
};
export const card: Decider<readonly number[], Add, Stamped, Code> = { initialState: [], evolve: (stamps, { data }) => [...stamps, data.n], decide };
export const types: EventTypes<Stamped> = { context: 'tests', types: { Stamped: { version: 1 } } };

export const now = '2026-03-01T09:00:00.000Z';
export const add = (n: number, at = now): Add => ({ type: 'Add', at, data: { n } });
export const context = (commandId: string = randomUUID(), commandHash?: string) =>
  ({ tenant: 'demo', actor: { kind: 'staff', id: 'kim' }, commandId, correlationId: 'c', ...(commandHash && { commandHash }) }) as const;

export const setUp = (change: (store: EventStore) => Partial<EventStore> = () => ({})) => {
  const plain = inMemoryEventStore({ clock: { now: () => now } });
  const store = { ...plain, ...change(plain) };
  return { plain, ...commandHandler({ store, decider: card, types, category: 'card', newId: randomUUID }) };
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
