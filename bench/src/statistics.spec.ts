import { firstOverLast, median, pairedRatio, percentile } from './statistics.js';

describe('Of what was measured', () => {
  it('the middle is taken, and between the two middle ones where their number is even', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 4, 2, 3])).toBe(2.5);
  });

  it('the 99th percentile is not exceeded by 99 of 100', () => expect(percentile(Array.from({ length: 100 }, (_, n) => n + 1), 0.99)).toBe(99));

  it('ratios are those of the same round, and none where one did not run', () => {
    expect(pairedRatio([10, 30, 8], [10, 10, 16])).toBe(1);
    expect(pairedRatio([10, 30], [null, 10])).toBe(3);
    expect(pairedRatio([10], [null])).toBeNull();
  });

  it('what grew from the first rounds to the last ones falls below 1', () => {
    expect(firstOverLast([100, 100, 150, 180, 190, 200, 200, 200])).toBe(0.5);
    expect(firstOverLast([300])).toBe(1);
  });
});
