import { hours, minutes, seconds } from '@onmaru/time';
import { networkOf, recent, SIGN_IN_LIMITS, untilNextTry } from './sign-in-limits.js';

const limits = [{ tries: 3, window: minutes(1) }, { tries: 5, window: hours(1) }];

describe('How often somebody may try to sign in', () => {
  it('is at once for whoever has not tried', () => expect(untilNextTry([], limits, 0)).toBe(0));

  it('is at once while fewer tries than the limit have failed', () => expect(untilNextTry([0, 1], limits, 2)).toBe(0));

  it('is when the oldest of too many tries leaves the window', () =>
    expect(untilNextTry([0, seconds(20), seconds(40)], limits, seconds(45))).toBe(seconds(15)));

  it('counts over a longer window too', () => expect(untilNextTry([0, 1, 2, 3, 4], limits, minutes(30))).toBe(minutes(30)));

  it('is at once again when the window is over: nobody is locked out for ever', () =>
    expect(untilNextTry([0, 1, 2], limits, minutes(1) + 1)).toBe(0));

  it('forgets tries that no window reaches', () => expect(recent([0, minutes(61), minutes(90)], limits, minutes(91))).toEqual([minutes(61), minutes(90)]));

  it('is stricter for one person at one address than for one address or one person', () => {
    const perMinute = (name: keyof typeof SIGN_IN_LIMITS) => SIGN_IN_LIMITS[name][0]?.tries ?? 0;
    expect(perMinute('pair')).toBeLessThan(perMinute('address'));
    expect(perMinute('pair')).toBeLessThan(perMinute('email'));
  });

  it('leaves room at one address for everybody in an office, and is not without end there', () => {
    for (const [n, { tries }] of SIGN_IN_LIMITS.pair.entries()) expect(SIGN_IN_LIMITS.address[n]?.tries).toBeGreaterThanOrEqual(30 * tries);
    expect(SIGN_IN_LIMITS.address.map(({ tries }) => tries)).toEqual([300, 3000]);
  });
});

describe('Where somebody asks from', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('is for %s the network %s', (address, network) => expect(networkOf(address)).toBe(network));
});
