import { instant, type Clock } from './index.js';

/** The clock of the machine. */
export const systemClock: Clock = { now: () => instant(Temporal.Now.instant().toString()) };
