import { pause } from '@onmaru/read-models';
import type { Checkpoints } from '../checkpoints.js';
import type { Turn } from '../follower.js';

/** Milliseconds: between two signs of life; how long one is good for its process; and for the others, who wait longer. */
export type Patience = { readonly beat: number; readonly lease: number; readonly wait: number };

const PATIENCE: Patience = { beat: 1_000, lease: 4_000, wait: 6_000 };

const isFree = (count: number): boolean => count % 2 === 0;

/**
 * Lets one process at a time act in `name`, by a count that whose turn it is moves on as a sign of life: odd while
 * somebody acts, even when it was given back. A process that slept past its lease has lost its turn before it can act,
 * by its own clock; and what it might still write is refused by compare and set.
 */
export const turns = (checkpoints: Checkpoints, name: string, patience: Patience = PATIENCE): Turn => {
  const lane = `${name} turn`;
  let [count, until] = [0, -Infinity];
  let beating: NodeJS.Timeout | undefined;
  let moving: Promise<unknown> = Promise.resolve();

  const lose = (): void => {
    clearInterval(beating);
    [beating, until] = [undefined, -Infinity];
  };

  const claim = async (seen: number): Promise<boolean> => {
    const began = performance.now();
    const next = isFree(seen) ? seen + 1 : seen + 2;
    if (!(await checkpoints.move(lane, seen, next))) return false;
    [count, until] = [next, began + patience.lease];
    return true;
  };

  const beat = async (): Promise<void> => {
    try {
      if (performance.now() >= until || !(await claim(count))) lose();
    } catch {
      // The checkpoints are away for the moment: the next beat tries again, and the lease ends by itself.
      return;
    }
  };

  return {
    held: () => performance.now() < until,
    async wait(stop) {
      if (performance.now() < until) return;
      lose();
      for (let [seen, since] = [-1, performance.now()]; !stop.aborted; await pause(patience.beat, stop)) {
        const now = await checkpoints.read(lane);
        if (now !== seen) [seen, since] = [now, performance.now()];
        const isLeft = isFree(seen) || performance.now() - since >= patience.wait;
        if (!isLeft || !(await claim(seen))) continue;
        beating = setInterval(() => {
          if (performance.now() >= until) lose();
          else moving = moving.then(beat);
        }, patience.beat);
        return;
      }
    },
    async release() {
      clearInterval(beating);
      await moving;
      const was = until;
      lose();
      if (performance.now() < was) await checkpoints.move(lane, count, count + 1);
    },
  };
};
