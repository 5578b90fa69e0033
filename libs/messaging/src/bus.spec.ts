import { inMemoryEventStore } from '@onmaru/event-sourcing/in-memory';
import { systemClock } from '@onmaru/time/system-clock';
import { inMemoryCheckpoints } from './checkpoints.js';
import { inMemoryBus } from './in-memory-bus.js';
import { logBus } from './log-bus.js';
import { messageOf } from './message.js';
import type { PumpOptions } from './pump.js';
import type { MakeBus } from './contract/bus-bench.js';
import { busContract } from './contract/bus-contract.js';
import { undeliverableContract } from './contract/undeliverable.js';
import { unrestContract } from './contract/unrest.js';
import { logBench, shopEvent, shopPublications } from './testing/shop.js';

const overTheLog = (options: PumpOptions) => {
  const store = inMemoryEventStore({ clock: systemClock });
  const checkpoints = inMemoryCheckpoints();
  const bus = () => logBus({ store, publications: shopPublications, checkpoints, ...options });
  return Promise.resolve(logBench(store, bus, () => Promise.resolve()));
};

const inMemory: MakeBus = (options) => {
  const bus = inMemoryBus(options);
  const bench = logBench({} as never, () => bus, () => Promise.resolve());
  return Promise.resolve({
    ...bench,
    publish(key, n, tenant = 'demo', actor) {
      const publication = shopPublications.find(({ category }) => key.startsWith(category))!;
      const type = key.startsWith('order') ? 'shop.OrderPlaced.v1' : 'shop.ParcelSent.v1';
      const message = messageOf(publication, { ...shopEvent(type, { n }, actor), tenant, stream: key, revision: 1, position: 0, recordedAt: '' })!;
      return Promise.resolve(bus.publish(message));
    },
  });
};

busContract('over the log in memory', overTheLog);
undeliverableContract('over the log in memory', overTheLog);
unrestContract('over the log in memory', overTheLog);
busContract('in memory', inMemory);
unrestContract('in memory', inMemory);
