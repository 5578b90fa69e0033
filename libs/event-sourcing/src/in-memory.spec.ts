import { systemClock } from '@onmaru/time/system-clock';
import { eventStoreContract } from './contract/event-store-contract.js';
import { note, testTypes, type LogUnderTest } from './contract/log-under-test.js';
import { lossyStore } from './contract/lossy-store.js';
import type { EventStore } from './event-store.js';
import { inMemoryEventStore } from './in-memory.js';
import { inMemoryKeys } from './in-memory-keys.js';
import { sealed } from './sealing.js';

/** Memory has neither transactions nor connections: a slow writer is one that appends late, and nothing can be cut. */
const inMemory = async (wrapped: (store: EventStore) => EventStore): Promise<LogUnderTest> => {
  const store = wrapped(inMemoryEventStore({ clock: systemClock }));
  const nothing = async (): Promise<void> => undefined;
  return {
    store,
    beside: async () => store,
    slowWriter: async () => ({ append: (append) => store.append(append), commit: nothing }),
    foreignTransaction: async () => nothing,
    lossyLine: async () => lossyStore(store),
    cutConnections: nothing,
    close: nothing,
  };
};

eventStoreContract('in memory', () => inMemory((store) => store));
eventStoreContract('in memory, sealed', () => inMemory((store) => sealed(store, [testTypes], inMemoryKeys())));

describe('A log in memory', () => {
  it('never records a moment before the one it recorded last, whatever its clock says', async () => {
    const moments = ['2026-01-01T00:00:02.000Z', '2026-01-01T00:00:01.000Z', '2026-01-01T00:00:03.000Z'];
    const store = inMemoryEventStore({ clock: { now: () => moments.shift() as string } });
    for (let n = 0; n < 3; n += 1) await store.append({ tenant: 'demo', stream: 'case-1', expected: n, events: [note()] });
    const recorded = (await store.readStream('demo', 'case-1')).map(({ recordedAt }) => recordedAt);
    expect(recorded).toEqual(['2026-01-01T00:00:02.000Z', '2026-01-01T00:00:02.000Z', '2026-01-01T00:00:03.000Z']);
  });
});
