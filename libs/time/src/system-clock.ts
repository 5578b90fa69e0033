import type { Clock } from './index.js';

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date().toISOString() };
