export { specFor, type SpecFor } from './spec-for.js';
export { inMemoryKeys, type InMemoryKeys } from './in-memory-keys.js';
