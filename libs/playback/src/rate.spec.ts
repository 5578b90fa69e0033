import { rateAfter } from './rate.js';

describe('Events per second', () => {
  const begun = rateAfter(null, 100, 0);

  it('are unknown, thus none, until a second has been looked at', () => {
    expect(begun.perSecond).toBe(0);
    expect(rateAfter(begun, 400, 999)).toBe(begun);
  });

  it('are what came since, over the time that it took', () => expect(rateAfter(begun, 400, 1500).perSecond).toBe(200));

  it('are none again while nothing comes', () => expect(rateAfter(rateAfter(begun, 400, 1500), 400, 2500).perSecond).toBe(0));

  it('are counted anew where it began again', () => expect(rateAfter(begun, 3, 5000)).toEqual({ perSecond: 0, count: 3, since: 5000 }));
});
