import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { seconds } from '@onmaru/time';
import type { Aggregate } from './aggregate.js';
import { context, now } from './contract/stamp-card.js';
import type { Event } from './event.js';
import { inMemoryKeys } from './in-memory-keys.js';
import { inMemoryEventStore } from './in-memory.js';
import { sealed } from './sealing.js';
import { Streams } from './streams.js';

type NoteTaken = Event<'NoteTaken', { customerId: string; text: string }>;
const notes: Aggregate<number, NoteTaken> = {
  category: 'card',
  events: { context: 'tests', types: { NoteTaken: { version: 1, personal: ['text'], subject: 'customerId' } } },
  initialState: 0,
  evolve: (taken) => taken + 1,
};
const take = (): readonly NoteTaken[] => [{ type: 'NoteTaken', occurredAt: now, data: { customerId: 'ada', text: 'Call at noon' } }];

describe('What streams remember of a person who was erased', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'setTimeout', 'nextTick', 'queueMicrotask', 'Date'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is gone within a minute, also where it is asked for all the time', async () => {
    const [clock, keys] = [{ now: () => now }, inMemoryKeys()];
    const log = sealed(inMemoryEventStore({ clock }), [notes.events], keys);
    const streams = new Streams(notes, { log, clock, newId: randomUUID });
    const texts = async (): Promise<readonly unknown[]> => {
      const outcome = await streams.handle(context(), '1', () => []);
      return 'history' in outcome ? outcome.history.map(({ data }) => (data as { text: unknown }).text) : [];
    };
    await streams.handle(context(), '1', take);
    expect(await texts()).toEqual(['Call at noon']);
    keys.erase('demo', 'ada');
    for (let second = 0; second < 25; second += 5) {
      jest.advanceTimersByTime(seconds(5));
      await texts();
    }
    expect(await texts()).toEqual([null]);
    expect(await streams.current('demo', '1')).toBe(1);
  });
});
