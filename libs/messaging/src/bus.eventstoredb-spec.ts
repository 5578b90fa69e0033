import { eventStoreDb } from '@onmaru/event-sourcing/eventstoredb';
import { inMemoryCheckpoints } from './checkpoints.js';
import { busContract } from './contract/bus-contract.js';
import { logBus } from './log-bus.js';
import type { PumpOptions } from './pump.js';
import { logBench, shopPublications } from './testing/shop.js';

/** Each case has a log of its own in the server. */
const overTheLog = async (options: PumpOptions) => {
  const store = await eventStoreDb({ connection: process.env['EVENTSTORE_URL'] ?? '', prefix: `t${crypto.randomUUID().replaceAll('-', '')}` });
  const checkpoints = inMemoryCheckpoints();
  return logBench(store, () => logBus({ store, publications: shopPublications, checkpoints, ...options }), store.close);
};

busContract('over the log in EventStoreDB', overTheLog);
