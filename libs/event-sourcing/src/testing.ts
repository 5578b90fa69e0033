export { specFor, type SpecFor } from './spec-for.js';
export { goldenEvents } from './golden-events.js';
export { inMemoryKeys, type InMemoryKeys } from './in-memory-keys.js';
