import type { Clock } from './index.js';

let [at, text] = [NaN, ''];

/** The clock of the machine. It is asked many times in a millisecond, and writes each of them once. */
export const systemClock: Clock = {
  now() {
    const now = Date.now();
    if (now !== at) [at, text] = [now, new Date(now).toISOString()];
    return text;
  },
};
