import { instant, later, minutes, seconds, type Clock } from '@onmaru/time';
import { callerOf } from '../testing/caller.adapter.js';
import { platform, type Platform } from '../testing/platform.adapter.js';
import { SESSION_LENGTH } from './sessions.adapter.js';

const PASSWORD = 'four small words here';
const EMAIL = 'agent@demo.example';
let now = instant('2026-03-01T09:00:00Z');
const clock: Clock = { now: () => now };
const wait = (milliseconds: number): void => {
  now = later(now, milliseconds);
};

let at: Platform;
let call: ReturnType<typeof callerOf>['call'];
beforeAll(async () => {
  at = await platform({ clock });
  ({ call } = callerOf(at.app));
  await at.onboarding.ensureTenant('demo', 'Demo');
  await at.onboarding.ensureStaff('demo', 'agent', { name: 'Ada', email: EMAIL, role: 'agent', password: PASSWORD });
});
afterAll(() => at.close());

type Tokens = { readonly accessToken: string; readonly refreshToken: string };
const signIn = async () => (await call('POST', 'auth/sign-in', undefined, { email: EMAIL, password: PASSWORD })).body as Tokens;
const refresh = (refreshToken: string) => call('POST', 'auth/refresh', undefined, { refreshToken });
const refreshed = async (refreshToken: string) => (await refresh(refreshToken)).body as Tokens;
const cookieOf = ({ headers }: { headers: Readonly<Record<string, unknown>> }) => String(headers['set-cookie']).split(';')[0] as string;
const cookieOfNew = async () => cookieOf(await call('POST', 'auth/sign-in', undefined, { email: EMAIL, password: PASSWORD, cookie: true }));
const refreshByCookie = (cookie: string) => call('POST', 'auth/refresh', undefined, {}, { cookie });
const nextCookie = async (cookie: string) => cookieOf(await refreshByCookie(cookie));
const me = async (token: string) => (await call('GET', 'me', token)).status;

describe('Staying signed in', () => {
  it('lasts ten minutes without a refresh', async () => {
    const { accessToken } = await signIn();
    wait(minutes(10) + seconds(1));
    expect(await me(accessToken)).toBe(401);
  });

  it('goes on with each refresh, which gives a new refresh token', async () => {
    const { refreshToken } = await signIn();
    wait(minutes(11));
    const next = await refreshed(refreshToken);
    expect(next.refreshToken).not.toBe(refreshToken);
    expect(await me(next.accessToken)).toBe(200);
  });

  it('ends after thirty days, however often it was refreshed', async () => {
    let { refreshToken } = await signIn();
    wait(SESSION_LENGTH - seconds(1));
    ({ refreshToken } = await refreshed(refreshToken));
    wait(seconds(1));
    expect((await refresh(refreshToken)).status).toBe(401);
  });

  it('gives two tabs that refresh at once with their cookie the same next one', async () => {
    const cookie = await cookieOfNew();
    const tabs = await Promise.all([nextCookie(cookie), nextCookie(cookie), nextCookie(cookie)]);
    expect(new Set(tabs).size).toBe(1);
    expect((await refreshByCookie(tabs[0] ?? '')).status).toBe(200);
  });

  it('gives a tab that comes seconds late the newest cookie of its session', async () => {
    const cookie = await cookieOfNew();
    const third = await nextCookie(await nextCookie(cookie));
    wait(seconds(9));
    expect(await nextCookie(cookie)).toBe(third);
  });

  it('ends for all tabs when an old cookie comes back', async () => {
    const cookie = await cookieOfNew();
    const next = await nextCookie(cookie);
    wait(seconds(11));
    expect((await refreshByCookie(cookie)).body).toMatchObject({ status: 401, code: 'session-over' });
    expect((await refreshByCookie(next)).status).toBe(401);
  });

  it('ends at once when a refresh token of a body comes twice', async () => {
    const { refreshToken } = await signIn();
    const next = await refreshed(refreshToken);
    expect((await refresh(refreshToken)).body).toMatchObject({ status: 401, code: 'session-over' });
    expect((await refresh(next.refreshToken)).status).toBe(401);
    expect(await me(next.accessToken)).toBe(401);
  });

  it('ends at once when a refresh token of a body comes again in a cookie', async () => {
    const { refreshToken } = await signIn();
    const next = await refreshed(refreshToken);
    expect((await refreshByCookie(`onmaru_refresh=${refreshToken}`)).body).toMatchObject({ status: 401, code: 'session-over' });
    expect((await refresh(next.refreshToken)).status).toBe(401);
  });

  it('lets one of several win that send the same refresh token in a body at once, and ends', async () => {
    const { refreshToken } = await signIn();
    const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken), refresh(refreshToken)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    const won = answers.find(({ status }) => status === 200)?.body as Tokens;
    expect((await refresh(won.refreshToken)).status).toBe(401);
  });

  it('ends for thief and owner alike when an old refresh token comes back', async () => {
    const { refreshToken } = await signIn();
    const next = await refreshed(refreshToken);
    wait(seconds(11));
    expect((await refresh(refreshToken)).body).toMatchObject({ status: 401, code: 'session-over' });
    expect((await refresh(next.refreshToken)).status).toBe(401);
    expect(await me(next.accessToken)).toBe(401);
  });

  it('leaves other sessions of the same person alone when one is stolen', async () => {
    const [stolen, other] = [await signIn(), await signIn()];
    await refreshed(stolen.refreshToken);
    wait(seconds(11));
    await refresh(stolen.refreshToken);
    expect((await refresh(other.refreshToken)).status).toBe(200);
  });

  it.each([
    ['the refresh token', ({ refreshToken }: Tokens) => call('POST', 'auth/sign-out', undefined, { refreshToken })],
    ['the access token', ({ accessToken }: Tokens) => call('POST', 'auth/sign-out', accessToken)],
  ])('ends at once with a sign-out by %s', async (_, signOut) => {
    const tokens = await signIn();
    expect(await me(tokens.accessToken)).toBe(200);
    expect((await signOut(tokens)).status).toBe(204);
    expect(await me(tokens.accessToken)).toBe(401);
    expect((await refresh(tokens.refreshToken)).status).toBe(401);
  });

  it('works in a browser by the cookie alone', async () => {
    const next = await refreshByCookie(await cookieOfNew());
    expect(next.body).toEqual({ accessToken: expect.any(String), expiresIn: 600 });
    const out = await call('POST', 'auth/sign-out', undefined, {}, { cookie: cookieOf(next) });
    expect(cookieOf(out)).toBe('onmaru_refresh=');
    expect((await refreshByCookie(cookieOf(next))).status).toBe(401);
  });

  it('cannot be moved by the page of another site', async () => {
    const cookie = await cookieOfNew();
    const foreign = await call('POST', 'auth/refresh', undefined, {}, { cookie, 'sec-fetch-site': 'cross-site' });
    expect(foreign.body).toMatchObject({ status: 403, code: 'cross-site-request' });
  });

  it.each([undefined, '', 'x', 'a'.repeat(43)])('is not possible with the refresh token %s', async (refreshToken) => {
    expect((await call('POST', 'auth/refresh', undefined, { refreshToken })).status).toBe(401);
  });
});
