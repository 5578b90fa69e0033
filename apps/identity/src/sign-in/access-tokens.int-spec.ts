import { createPublicKey } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK, type JWTPayload } from 'jose';
import { callerOf } from '../testing/caller.adapter.js';
import { platform, type Platform } from '../testing/platform.adapter.js';

const PASSWORD = 'four small words here';
let at: Platform;
let call: ReturnType<typeof callerOf>['call'];
let good: string;
let refreshToken: string;
let published: JWK;
let own: CryptoKey;

beforeAll(async () => {
  at = await platform();
  ({ call } = callerOf(at.app));
  await at.onboarding.ensureTenant('demo', 'Demo');
  await at.onboarding.ensureStaff('demo', 'agent', { name: 'Ada', email: 'agent@demo.example', role: 'agent', password: PASSWORD });
  const { body } = await call('POST', 'auth/sign-in', undefined, { email: 'agent@demo.example', password: PASSWORD });
  [good, refreshToken] = [body['accessToken'] as string, body['refreshToken'] as string];
  published = ((await call('GET', '/.well-known/jwks.json')).body['keys'] as JWK[])[0] as JWK;
  const { rows } = await at.pool.query<{ private_jwk: JWK }>('SELECT private_jwk FROM identity.signing_key');
  own = (await importJWK(rows[0]?.private_jwk as JWK, 'EdDSA')) as CryptoKey;
});
afterAll(() => at.close());

const taken = async (token: string): Promise<boolean> => (await call('GET', 'me', token)).status === 200;
const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const signed = (claims: JWTPayload, header: object = {}, key: CryptoKey | Uint8Array = own): Promise<string> =>
  new SignJWT({ ...decodeJwt(good), ...claims }).setProtectedHeader({ ...decodeProtectedHeader(good), alg: 'EdDSA', ...header }).sign(key);
const inSeconds = (n: number): number => Math.floor(Date.now() / 1000) + n;

describe('An access token', () => {
  it('is taken as it was issued, and so is another with the same claims and key', async () => {
    expect(await taken(good)).toBe(true);
    expect(await taken(await signed({}))).toBe(true);
  });

  it('is proved by the published key alone, which holds nothing secret', () => {
    expect(Object.keys(published).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    expect(published).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid: decodeProtectedHeader(good).kid });
  });

  it('says nothing personal', () => {
    expect(Object.keys(decodeJwt(good)).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'kind', 'role', 'sid', 'sub', 'tenant']);
  });

  it('is refused without a signature', async () => {
    const claims = good.split('.')[1];
    expect(await taken(`${encode({ alg: 'none', typ: 'at+jwt' })}.${claims}.`)).toBe(false);
    expect(await taken(`${encode({ alg: 'None', typ: 'at+jwt' })}.${claims}.`)).toBe(false);
    expect(await taken(good.split('.').slice(0, 2).join('.') + '.')).toBe(false);
  });

  it('is refused when the public key is taken for a shared secret', async () => {
    const pem = createPublicKey({ key: published, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
    for (const secret of [pem, ` ${pem}`, published.x as string]) {
      expect(await taken(await signed({}, { alg: 'HS256' }, new TextEncoder().encode(secret.padEnd(32))))).toBe(false);
    }
  });

  it('is refused when somebody else signed it, whatever key it names or brings', async () => {
    const foreign = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = await exportJWK(foreign.publicKey);
    const brought = { jwk, jku: 'https://evil.example/jwks.json', x5u: 'https://evil.example/cert.pem' };
    for (const header of [{}, { kid: 'unknown' }, { kid: '../../dev/null' }, { kid: "' OR 1=1 --" }, brought]) {
      expect(await taken(await signed({}, header, foreign.privateKey))).toBe(false);
    }
  });

  it('is refused with a demand that we do not know', async () => {
    const token = `${encode({ ...decodeProtectedHeader(good), crit: ['b64x'], b64x: true })}.${good.split('.').slice(1).join('.')}`;
    expect(await taken(token)).toBe(false);
  });

  it.each([
    ['for somebody else', { aud: 'another-service' }],
    ['from somebody else', { iss: 'another-platform' }],
    ['that has run out', { exp: inSeconds(-1) }],
    ['that never runs out', { exp: undefined }],
    ['that is not good yet', { nbf: inSeconds(120) }],
    ['of a session that nobody began', { sid: '7f1d2c9e-0000-4000-8000-000000000000' }],
    ['of a session with a name that is none', { sid: "' OR 1=1 --" }],
    ['without a session', { sid: undefined }],
  ])('is refused %s', async (_, claims) => {
    expect(await taken(await signed(claims as JWTPayload))).toBe(false);
  });

  it('is refused with another type of token', async () => {
    expect(await taken(await signed({}, { typ: 'JWT' }))).toBe(false);
    expect(await taken(refreshToken)).toBe(false);
  });

  it('gives nobody another role or tenant by its claims', async () => {
    const { body } = await call('GET', 'me', await signed({ role: 'admin', tenant: 'other', kind: 'system', sub: 'somebody' }));
    expect(body).toMatchObject({ role: 'agent', tenant: 'demo', name: 'Ada' });
  });

  it.each(['', 'x', 'a.b.c', 'onm_', 'Bearer', `${'e'.repeat(5000)}`])('is not "%s"', async (token) => expect(await taken(token)).toBe(false));

  it('is refused when it names another tenant', async () => {
    expect((await call('GET', 'me', good, undefined, { 'onmaru-tenant': 'other' })).status).toBe(401);
    expect((await call('GET', 'me', good, undefined, { 'onmaru-tenant': 'demo' })).status).toBe(200);
  });
});
