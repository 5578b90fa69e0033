export { specFor, type SpecFor } from './spec-for.js';
export { goldenEvents } from './golden-events.js';
export { inMemoryKeys, type InMemoryKeys } from './in-memory-keys.js';
export { eventStoreContract } from './contract/event-store-contract.js';
export type { LogUnderTest, SlowWriter } from './contract/log-under-test.js';
