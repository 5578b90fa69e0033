import { PLATFORM } from '@onmaru/service-kit';
import { parseApiKey } from '../sign-in/api-key-text.js';
import { demo, type Demo } from '../testing/demo.adapter.js';
import { newApiKey } from './new-api-key.adapter.js';

let at: Demo;
beforeAll(async () => {
  at = await demo();
});
afterAll(() => at.close());

const issue = (body: object, headers: Record<string, string> = {}, who = 'admin@demo') => at.call('POST', 'api-keys', at.as(who), body, headers);

describe('An API key', () => {
  let id: string;
  let key: string;
  beforeAll(async () => {
    const { status, body } = await issue({ name: 'Nightly export', role: 'analyst' });
    expect(status).toBe(201);
    [id, key] = [body['id'] as string, body['key'] as string];
  });

  it('is who it was issued to be, at once', async () => {
    expect(key).toMatch(/^onm_[0-9a-f]{32}_[\w-]{43}$/);
    expect((await at.call('GET', 'me', key)).body).toMatchObject({ id, tenant: 'demo', role: 'analyst', name: 'Nightly export', locale: null });
  });

  it('signs what it does with its own id', async () => {
    const { body } = await issue({ name: 'Front desk', role: 'agent' });
    const registered = await at.call('POST', 'customers', body['key'] as string, { name: 'Ada' });
    const [event] = await at.raw.readStream('demo', `customer-${String(registered.body['id'])}`);
    expect(event?.actor).toEqual({ kind: 'program', id: body['id'] });
  });

  it('may do what its role may, and no more', async () => {
    expect((await at.call('GET', 'staff', key)).status).toBe(200);
    expect((await at.call('POST', 'customers', key, { name: 'Ada' })).status).toBe(403);
  });

  it('is kept by nobody: no table and no log line holds it', async () => {
    const secret = key.slice(-43);
    const { rows } = await at.pool.query('SELECT k::text AS row FROM identity.api_key k UNION ALL SELECT e::text FROM log.event e UNION ALL SELECT v::text FROM identity.api_keys_1 v');
    expect(JSON.stringify([rows, at.lines])).not.toContain(secret);
    const { body } = await at.call('GET', 'api-keys', at.as('admin@demo'));
    expect(JSON.stringify(body)).not.toContain(secret);
    expect(body['items']).toContainEqual({ id, revision: 1, name: 'Nightly export', role: 'analyst', issuedAt: expect.any(String), revokedAt: null });
  });

  it.each([
    ['another secret', (k: string) => `${k.slice(0, -1)}${k.endsWith('A') ? 'B' : 'A'}`],
    ['another id', (k: string) => `onm_${'0'.repeat(32)}${k.slice(36)}`],
    ['no secret', (k: string) => k.slice(0, 37)],
    ['more after it', (k: string) => `${k}A`],
  ])('is nothing with %s', async (_, forge) => expect((await at.call('GET', 'me', forge(key))).status).toBe(401));

  it('is shown again to a request that is repeated at once, and to no other', async () => {
    const once = { 'idempotency-key': 'issue-once' };
    const [first, again] = [await issue({ name: 'K', role: 'agent' }, once), await issue({ name: 'K', role: 'agent' }, once)];
    expect(again.body).toEqual(first.body);
    expect((await issue({ name: 'K', role: 'admin' }, once)).status).toBe(422);
  });

  it('cannot be revoked from another tenant', async () => {
    expect((await at.call('DELETE', `api-keys/${id}`, at.as('admin@other'))).status).toBe(404);
    expect((await at.call('GET', 'me', key)).status).toBe(200);
  });

  it('is good for nothing as soon as it is revoked', async () => {
    const { status, body } = await at.call('DELETE', `api-keys/${id}`, at.as('admin@demo'));
    expect([status, body['revokedAt']]).toEqual([200, expect.any(String)]);
    expect((await at.call('GET', 'me', key)).status).toBe(401);
    const list = await at.call('GET', 'api-keys', at.as('admin@demo'));
    expect((list.body['items'] as { id: string }[]).map((item) => item.id)).not.toContain(id);
  });

  it.each(['supervisor@demo', 'agent@demo', 'analyst@demo', 'customer@demo'])('is not for %s to issue, list or revoke', async (who) => {
    expect((await issue({ name: 'K', role: 'agent' }, {}, who)).status).toBe(403);
    expect((await at.call('GET', 'api-keys', at.as(who))).status).toBe(403);
    expect((await at.call('DELETE', `api-keys/${id}`, at.as(who))).status).toBe(403);
  });

  it.each(['customer', 'root', ''])('has no role %s', async (role) => expect((await issue({ name: 'K', role })).status).toBe(400));
});

describe('The key of whoever runs the platform', () => {
  const key = newApiKey();
  const ensure = (given = key) => at.onboarding.ensurePlatformKey('setup', given);
  const account = () => at.raw.readStream(PLATFORM, `account-${parseApiKey(key)?.id ?? ''}`);

  it('is made elsewhere, and good in every tenant, however often and by however many at once that is seen to', async () => {
    await Promise.all([ensure(), ensure(), ensure()]);
    await ensure();
    await at.views.waitFor(await at.log.head(), 2000);
    expect((await at.call('GET', 'customers', key, undefined, { 'onmaru-tenant': 'demo' })).status).toBe(200);
    expect((await account()).map(({ type }) => type)).toEqual(['identity.ApiKeyIssued.v1']);
  });

  it('is nothing that another key could take the place of, or that could be anything', async () => {
    await expect(ensure(`${key.slice(0, 37)}${newApiKey().slice(37)}`)).rejects.toThrow('There is another API key with the id of this one');
    await expect(ensure('onm_secret')).rejects.toThrow('This is no API key');
  });
});
