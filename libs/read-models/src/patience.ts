import { setTimeout as sleep } from 'node:timers/promises';
import { PAGE_SIZE } from '@onmaru/event-sourcing';

const FIRST = 100;
const LONGEST = 5000;

/** Milliseconds to wait after the `failures`th failure in a row: doubling, at most five seconds. */
export const backOff = (failures: number): number => Math.min(LONGEST, FIRST * 2 ** Math.max(0, failures - 1));

const REST_AT_MOST = 100;

/**
 * Milliseconds that a follower of the log rests after a page on which it worked for `ms` and which took it `positions`
 * on: while nobody waits, a few larger pages cost less than many small ones. None while there is much to catch up on.
 */
export const restAfter = (ms: number, positions: number): number => (positions < PAGE_SIZE ? Math.min(REST_AT_MOST, 3 * ms) : 0);

/** Resolves after `ms`, or at once when `stop` aborts. */
export const pause = async (ms: number, stop: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, { signal: stop }).catch((error: Error) => {
    if (!stop.aborted) throw error;
  });
};
