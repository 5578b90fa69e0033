import { PAGE_SIZE } from '@onmaru/event-sourcing';
import { pacing } from './pacing.js';

const never = new AbortController().signal;

/** Rests that are told, not taken. */
const told = (...longest: number[]) => {
  const rests: number[] = [];
  const pace = pacing({
    rest: (ms) => {
      rests.push(ms);
      return Promise.resolve();
    },
  }, ...longest);
  return { rests, pace };
};

describe('A follower of the log', () => {
  it('rests longer and longer while pages come one upon the other, at most a tenth of a second', async () => {
    const { rests, pace } = told();
    for (let page = 1; page <= 7; page += 1) await pace(performance.now(), 3, never);
    expect(rests).toEqual([5, 10, 20, 40, 80, 100, 100]);
  });

  it('rests longer where nobody is kept waiting by that', async () => {
    const { rests, pace } = told(250);
    for (let page = 1; page <= 8; page += 1) await pace(performance.now(), 3, never);
    expect(rests).toEqual([5, 10, 20, 40, 80, 160, 250, 250]);
  });

  it('hardly rests after a quiet moment', async () => {
    const { rests, pace } = told();
    for (let page = 1; page <= 3; page += 1) await pace(performance.now(), 3, never);
    await pace(performance.now() + 150, 3, never);
    expect(rests).toEqual([5, 10, 20, 5]);
  });

  it('does not rest while there is much to catch up on', async () => {
    const { rests, pace } = told();
    await pace(performance.now(), PAGE_SIZE, never);
    expect(rests).toEqual([]);
  });
});
