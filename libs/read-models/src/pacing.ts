import { PAGE_SIZE } from '@onmaru/event-sourcing';
import type { Progress } from './progress.js';

const SHORTEST = 5;
/** A page that comes later than this after another comes after a quiet moment. */
const QUIET = 100;

/** Called when a page is done with: when it came, how many positions it took its follower on, and what ends a rest. */
export type Pacing = (came: number, positions: number, stop: AbortSignal) => Promise<void>;

/**
 * Lets a follower of the log rest between pages that come one upon the other, while nobody waits for it: a few larger
 * pages cost less than many small ones. It rests the longer the longer that goes on, at most `longest` milliseconds,
 * hardly after a quiet moment, and not at all while there is much to catch up on.
 */
export const pacing = ({ rest }: Pick<Progress, 'rest'>, longest = 100): Pacing => {
  let [length, since] = [SHORTEST, -Infinity];
  return async (came, positions, stop) => {
    length = came - since > QUIET ? SHORTEST : Math.min(longest, length * 2);
    if (positions < PAGE_SIZE) await rest(length, stop);
    since = performance.now();
  };
};
