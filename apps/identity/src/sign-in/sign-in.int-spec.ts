import { callerOf } from '../testing/caller.adapter.js';
import { platform, type Platform } from '../testing/platform.adapter.js';

const PASSWORD = 'four small words here';
let at: Platform;
let call: ReturnType<typeof callerOf>['call'];

beforeAll(async () => {
  at = await platform();
  ({ call } = callerOf(at.app));
  await at.onboarding.ensureTenant('demo', 'Demo');
  await at.onboarding.ensureStaff('demo', 'admin', { name: '박지훈', email: 'admin@demo.example', role: 'admin', password: PASSWORD });
  await at.onboarding.ensureCustomer('demo', { name: '김민지', email: 'minji@demo.example', password: PASSWORD, locale: 'ko', externalId: 'demo' });
});
afterAll(() => at.close());

const signIn = (email: string, password: string, more: object = {}) => call('POST', 'auth/sign-in', undefined, { email, password, ...more });

describe('Signing in', () => {
  it('gives an access token for ten minutes and a refresh token', async () => {
    const { status, body } = await signIn('admin@demo.example', PASSWORD);
    expect(status).toBe(200);
    expect(body).toEqual({ accessToken: expect.stringMatching(/^ey/), refreshToken: expect.any(String), expiresIn: 600 });
  });

  it('takes an e-mail address however it is written', async () => {
    expect((await signIn(' Admin@Demo.Example', PASSWORD)).status).toBe(200);
  });

  it('tells staff who they are and what they may do', async () => {
    const { body } = await signIn('admin@demo.example', PASSWORD);
    const me = await call('GET', 'me', body['accessToken'] as string);
    expect(me.body).toMatchObject({ tenant: 'demo', role: 'admin', name: '박지훈', locale: null });
    expect(me.body['permissions']).toContain('staff:hire');
  });

  it('makes a customer the customer they are', async () => {
    const { body } = await signIn('minji@demo.example', PASSWORD);
    const me = await call('GET', 'me', body['accessToken'] as string);
    expect(me.body).toMatchObject({ tenant: 'demo', role: 'customer', name: '김민지', locale: 'ko' });
    expect(me.body['permissions']).not.toContain('customer:read');
  });

  it('answers a wrong password and an unknown e-mail address alike', async () => {
    const [wrong, unknown] = [await signIn('admin@demo.example', 'wrong'), await signIn('nobody@demo.example', 'wrong')];
    expect(wrong.status).toBe(401);
    expect({ ...wrong.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
  });

  it('gives browsers the refresh token where no script can read it', async () => {
    const { body, headers } = await signIn('admin@demo.example', PASSWORD, { cookie: true });
    expect(body).not.toHaveProperty('refreshToken');
    expect(String(headers['set-cookie'])).toMatch(/^onmaru_refresh=[\w-]{43}; Max-Age=2592000; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict$/);
  });
});
