import { setTimeout as sleep } from 'node:timers/promises';

const FIRST = 100;
const LONGEST = 5000;

/** Milliseconds to wait after the `failures`th failure in a row: doubling, at most five seconds. */
export const backOff = (failures: number): number => Math.min(LONGEST, FIRST * 2 ** Math.max(0, failures - 1));

/** Resolves after `ms`, or at once when `stop` aborts. */
export const pause = async (ms: number, stop: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, { signal: stop }).catch((error: Error) => {
    if (!stop.aborted) throw error;
  });
};
