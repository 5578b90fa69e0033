import { lanes, type Keyed } from './key-order.js';

/** Numbers from 0 to 1 that follow from a seed. */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The same in another order between lanes; each lane keeps its own. */
export const shuffled = <T extends Keyed>(all: readonly T[], random: () => number): readonly T[] => {
  const left = lanes(all).map((lane) => ({ lane, next: 0 }));
  const order: T[] = [];
  while (left.length > 0) {
    const place = Math.floor(random() * left.length);
    const turn = left[place];
    const one = turn?.lane[turn.next++];
    if (one) order.push(one);
    if (turn && turn.next >= turn.lane.length) left.splice(place, 1);
  }
  return order;
};
