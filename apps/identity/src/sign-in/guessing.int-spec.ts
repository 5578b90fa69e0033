import { instant, later, minutes, seconds, type Clock } from '@onmaru/time';
import { platform, type Platform } from '../testing/platform.adapter.js';
import { SIGN_IN_LIMITS } from './sign-in-limits.js';
import { SignInThrottle } from './sign-in-throttle.adapter.js';

const PASSWORD = 'four small words here';
let now = instant('2026-03-01T09:00:00Z');
const clock: Clock = { now: () => now };
let at: Platform;

beforeAll(async () => {
  at = await platform({ clock });
  await at.onboarding.ensureTenant('demo', 'Demo');
  for (const name of ['ada', 'eve']) {
    await at.onboarding.ensureStaff('demo', name, { name, email: `${name}@demo.example`, role: 'agent', password: PASSWORD });
  }
});
beforeEach(() => {
  now = later(now, minutes(120));
});
afterAll(() => at.close());

const signIn = (email: string, password: string, from = '203.0.113.7') =>
  at.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { email, password }, remoteAddress: from });
const guesses = async (count: number, email: string, from?: (n: number) => string) => {
  const statuses: number[] = [];
  for (let n = 0; n < count; n += 1) statuses.push((await signIn(email, `guess ${n}`, from?.(n))).statusCode);
  return statuses;
};
const ok = async (email: string, from?: string) => (await signIn(email, PASSWORD, from)).statusCode;

describe('Guessing a password', () => {
  it('is slowed down after ten tries, and says when to go on', async () => {
    expect(await guesses(12, 'ada@demo.example')).toEqual([...Array<number>(10).fill(401), 429, 429]);
    const answer = await signIn('ada@demo.example', PASSWORD);
    expect(answer.json()).toMatchObject({ status: 429, code: 'too-many-requests', seconds: 60 });
    expect(answer.headers['retry-after']).toBe('60');
  });

  it('locks nobody out for longer than it says', async () => {
    await guesses(20, 'ada@demo.example');
    now = later(now, seconds(60) + 1);
    expect(await ok('ada@demo.example')).toBe(200);
  });

  it('is slowed down for addresses that nobody has just as well', async () => {
    expect(await guesses(11, 'nobody@demo.example')).toEqual([...Array<number>(10).fill(401), 429]);
  });

  it('at many people keeps nobody else out who asks from the same address and knows theirs', async () => {
    const statuses = await Promise.all(Array.from({ length: 40 }, async (_, n) => (await signIn(`person${n}@demo.example`, 'spring')).statusCode));
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(await ok('ada@demo.example')).toBe(200);
  });

  it('is slowed down when it is one password on very many people', () => {
    const throttle = new SignInThrottle(clock, SIGN_IN_LIMITS);
    const guess = (n: number) => () => throttle.enter(`person${n}`, '203.0.113.7');
    for (let n = 0; n < 300; n += 1) guess(n)();
    expect(guess(300)).toThrow(expect.objectContaining({ code: 'too-many-requests' }));
  });

  it('is slowed down when many guess at once', async () => {
    const statuses = await Promise.all(Array.from({ length: 30 }, async (_, n) => (await signIn('ada@demo.example', `guess ${n}`)).statusCode));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  });

  it('is slowed down when it comes from everywhere, but not for whoever signed in from where they are before', async () => {
    expect(await ok('eve@demo.example', '198.51.100.1')).toBe(200);
    const statuses = await guesses(101, 'eve@demo.example', (n) => `203.0.113.${n + 1}`);
    expect(statuses.at(-1)).toBe(429);
    expect(await ok('eve@demo.example', '198.51.100.1')).toBe(200);
    expect(await ok('eve@demo.example', '198.51.100.2')).toBe(429);
  });

  it('does not slow down those who know theirs', async () => {
    for (let n = 0; n < 40; n += 1) expect(await ok('ada@demo.example')).toBe(200);
  });

  it('takes as long for an address that nobody has as for one that somebody has', async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let n = 0; n < 60; n += 1) {
      now = later(now, minutes(3));
      const kind = n % 2 ? 'known' : 'unknown';
      const begun = performance.now();
      await signIn(kind === 'known' ? 'ada@demo.example' : 'nobody@demo.example', 'guess', `198.51.100.${n}`);
      times[kind].push(performance.now() - begun);
    }
    const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  });
});
