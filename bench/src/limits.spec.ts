import { isBelow, limited } from './limits.js';

const verdicts = (absolute: Readonly<Record<string, unknown>>) => limited('order-and-gaps', absolute).map((one) => [one.figure, one.value, isBelow(one)]);

describe('A figure that must stay below another', () => {
  it('does, or does not', () => {
    expect(verdicts({ lagMs: { max: 280 } })).toEqual([['lagMs.max', 280, true]]);
    expect(verdicts({ lagMs: { max: 1000 } })).toEqual([['lagMs.max', 1000, false]]);
  });

  it.each([{}, { lagMs: 7 }, { lagMs: null }, { lagMs: { max: 'much' } }])('does not where a run does not say it: %j', (absolute) => expect(verdicts(absolute)).toEqual([['lagMs.max', undefined, false]]));

  it('is none of most benches', () => expect(limited('append-single', { lagMs: { max: 5000 } })).toEqual([]));
});
