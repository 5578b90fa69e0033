import { partitionOf } from './partition-of.js';

const MADE = [0, 1, 0, 2];

describe('The partition of a key', () => {
  it('is the same on every day and every machine', () => expect(['order-1', 'order-2', 'order-3', '주문-1'].map((key) => partitionOf(key, 6))).toEqual(MADE));

  it('spreads keys evenly, also those that differ in their end alone', () => {
    const counts = Array<number>(6).fill(0);
    for (let n = 0; n < 6000; n += 1) counts[partitionOf(`case-${n}`, 6)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
