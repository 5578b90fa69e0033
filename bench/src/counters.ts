import { SOUND, type Counters } from './bench.js';

export const added = (all: readonly Counters[]): Counters =>
  all.reduce(
    (sum, one) => ({
      lost: sum.lost + one.lost,
      doubled: sum.doubled + one.doubled,
      outOfOrder: sum.outOfOrder + one.outOfOrder,
      wrongAccepts: sum.wrongAccepts + one.wrongAccepts,
      drift: sum.drift + one.drift,
      failed: sum.failed + one.failed,
    }),
    SOUND,
  );

export const isSound = (counters: Counters): boolean => Object.values(counters).every((count) => count === 0);
