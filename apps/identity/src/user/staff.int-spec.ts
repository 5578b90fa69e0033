import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Credentials } from '../sign-in/credentials.adapter.js';
import { demo, PASSWORD, type Demo } from '../testing/demo.adapter.js';
import { UserStreams } from './user-streams.adapter.js';
import { disableStaff } from './disable-staff/disable-staff.js';

let at: Demo;
beforeAll(async () => {
  at = await demo();
});
afterAll(() => at.close());

const hire = (body: object, headers: Record<string, string> = {}, who = 'admin@demo') => at.call('POST', 'staff', at.as(who), body, headers);
const act = (id: unknown, verb: string, body?: object, who = 'admin@demo') => at.call('POST', `staff/${String(id)}/${verb}`, at.as(who), body);
const me = async (token: string) => at.call('GET', 'me', token);

describe('Hiring staff', () => {
  it('answers with a password with which they can sign in at once', async () => {
    const { status, body, headers } = await hire({ name: '이서연', email: 'seoyeon@demo.example', role: 'supervisor', capacity: 8 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: '이서연', email: 'seoyeon@demo.example', role: 'supervisor', externalId: null, disabled: false, revision: 1 });
    expect(headers).toMatchObject({ etag: '"1"', location: `/api/v1/staff/${String(body['id'])}` });
    const token = await at.signIn('seoyeon@demo.example', body['oneTimePassword'] as string);
    expect((await me(token)).body).toMatchObject({ id: body['id'], role: 'supervisor', tenant: 'demo' });
  });

  it('gives nobody a sign-in who has no e-mail address', async () => {
    const { body } = await hire({ name: 'Resolver 17', role: 'agent', externalId: 'Resolver 17' });
    expect(body).toMatchObject({ email: null, externalId: 'Resolver 17' });
    expect(body).not.toHaveProperty('oneTimePassword');
  });

  it('gives a repeated request its first answer', async () => {
    const [key, body] = [{ 'idempotency-key': 'hire-once' }, { name: 'Once', email: 'once@demo.example', role: 'agent' }];
    const [first, again] = [await hire(body, key), await hire(body, key)];
    expect(again.body).toEqual(first.body);
    expect(await at.signIn('once@demo.example', first.body['oneTimePassword'] as string)).toEqual(expect.any(String));
    expect((await hire({ ...body, role: 'admin' }, key)).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it('gives requests that are repeated at the same moment one answer', async () => {
    const [key, body] = [{ 'idempotency-key': 'hire-at-once' }, { name: 'Same', email: 'same@demo.example', role: 'agent' }];
    const answers = await Promise.all([hire(body, key), hire(body, key), hire(body, key)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  });

  it('refuses the key for somebody of another external id, and takes no address for them', async () => {
    const [key, body] = [{ 'idempotency-key': 'hire-resolver' }, { name: 'Resolver', role: 'agent', externalId: 'Keyed 1' }];
    const first = await hire(body, key);
    expect((await hire({ ...body, externalId: 'Keyed 2', email: 'keyed2@demo.example' }, key)).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect((await hire(body, key)).body).toEqual(first.body);
    expect((await hire({ ...body, externalId: 'Keyed 2', email: 'keyed2@demo.example' })).status).toBe(201);
  });

  it('hires one when one key comes with several external ids at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => hire({ name: 'Crowd', role: 'agent', externalId: `Crowd ${n}`, email: `crowd${n}@demo.example` }, { 'idempotency-key': 'hire-crowd' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 422)]);
  });

  it('takes an e-mail address once on the platform, however it is written', async () => {
    const taken = await hire({ name: 'Eve', email: 'Agent@Demo.Example', role: 'agent' }, {}, 'admin@other');
    expect(taken.body).toMatchObject({ status: 409, code: 'email-in-use' });
    expect(JSON.stringify(taken.body).toLowerCase()).not.toContain('agent@demo');
    expect(await at.signIn('agent@demo.example', PASSWORD)).toEqual(expect.any(String));
  });

  it('lets one of several have an e-mail address that they ask for at once', async () => {
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => hire({ name, email: 'wanted@demo.example', role: 'agent' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('changes nobody by an external id that is in use', async () => {
    const first = await hire({ name: 'First', email: 'first@demo.example', role: 'agent', externalId: 'X1' });
    const second = await hire({ name: 'Second', email: 'second@demo.example', role: 'admin', externalId: 'X1' });
    expect(second.body).toMatchObject({ status: 409, code: 'external-id-in-use' });
    expect(await at.signIn('first@demo.example', first.body['oneTimePassword'] as string)).toEqual(expect.any(String));
    expect((await hire({ name: 'Third', email: 'second@demo.example', role: 'agent' })).status).toBe(201);
  });

  it('gives an address back that was taken for somebody who was never recorded', async () => {
    const [credentials, userId] = [at.app.get(Credentials), '0190f3a4-8f6e-5c1b-9d27-0a3f0d8f6cff'];
    await credentials.claim({ userId, tenant: 'demo', customerId: null }, 'lost@demo.example', PASSWORD);
    const lost = { name: 'Lost', email: 'lost@demo.example', role: 'agent' };
    expect((await hire(lost)).status).toBe(409);
    await at.pool.query("UPDATE identity.credential SET claimed_at = claimed_at - interval '61 seconds' WHERE user_id = $1", [userId]);
    expect((await hire(lost)).status).toBe(201);
  });

  it('shows a password to nobody who uses the same key for something else', async () => {
    const key = { 'idempotency-key': 'one-key' };
    const { body } = await hire({ name: 'Keyed', email: 'keyed@demo.example', role: 'agent' }, key);
    const issued = await at.call('POST', 'api-keys', at.as('admin@demo'), { name: 'K', role: 'agent' }, key);
    expect(issued.body['key']).toMatch(/^onm_/);
    expect(JSON.stringify(issued.body)).not.toContain(body['oneTimePassword']);
  });

  it.each(['agent@demo', 'supervisor@demo', 'analyst@demo', 'customer@demo'])('is not for %s', async (who) => {
    expect((await hire({ name: 'Eve', role: 'admin' }, {}, who)).body).toMatchObject({ status: 403, code: 'not-permitted' });
  });

  it.each([
    ['as a customer', { name: 'Eve', role: 'customer' }, '/role'],
    ['with somebody else’s tenant', { name: 'Eve', role: 'agent', tenant: 'other' }, '/tenant'],
    ['with a capacity below nothing', { name: 'Eve', role: 'agent', capacity: -1 }, '/capacity'],
    ['with half a capacity', { name: 'Eve', role: 'agent', capacity: 1.5 }, '/capacity'],
  ])('is refused %s', async (_, body, pointer) => {
    expect((await hire(body)).body).toMatchObject({ status: 400, errors: [{ pointer }] });
  });
});

describe('The staff', () => {
  it('are listed for their own tenant alone, with nothing that proves who they are', async () => {
    const { body } = await at.call('GET', 'staff?limit=100', at.as('analyst@other'));
    const items = body['items'] as Record<string, unknown>[];
    expect(items.map(({ role }) => role)).toEqual(['admin', 'supervisor', 'analyst', 'agent']);
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(['disabled', 'email', 'externalId', 'id', 'name', 'revision', 'role']);
  });

  it('are found by external id and by role', async () => {
    const { headers } = await hire({ name: 'Resolver 9', role: 'analyst', externalId: 'Resolver 9' });
    const seen = { 'onmaru-position': String(headers['onmaru-position']) };
    const byId = await at.call('GET', 'staff?externalId=Resolver%209', at.as('agent@demo'), undefined, seen);
    expect(byId.body['items']).toMatchObject([{ name: 'Resolver 9' }]);
    const byRole = await at.call('GET', 'staff?role=analyst', at.as('agent@demo'), undefined, seen);
    expect((byRole.body['items'] as { name: string }[]).map(({ name }) => name)).toEqual(['analyst of demo', 'Resolver 9']);
  });

  it('are unknown to customers', async () => expect((await at.call('GET', 'staff', at.as('customer@demo'))).status).toBe(403));
});

describe('Changing what staff may do', () => {
  let id: unknown;
  let token: string;
  beforeAll(async () => {
    const { body } = await hire({ name: 'Temp', email: 'temp@demo.example', role: 'agent' });
    id = body['id'];
    token = await at.signIn('temp@demo.example', body['oneTimePassword'] as string);
  });

  it('gives them another role in a moment', async () => {
    const { body, headers } = await act(id, 'change-role', { role: 'analyst' });
    expect(body).toMatchObject({ id, role: 'analyst', revision: 2 });
    await at.views.waitFor(Number(headers['onmaru-position']), 2000);
    expect((await me(token)).body).toMatchObject({ role: 'analyst' });
  });

  it('ends what they do when they are disabled, and lets them in again when they are enabled', async () => {
    const disabled = await act(id, 'disable');
    await at.views.waitFor(Number(disabled.headers['onmaru-position']), 2000);
    expect((await me(token)).status).toBe(401);
    const enabled = await act(id, 'enable');
    await at.views.waitFor(Number(enabled.headers['onmaru-position']), 2000);
    expect((await me(token)).status).toBe(200);
  });

  it('ends what they do within five seconds, also when it was another replica that heard of it', async () => {
    expect((await me(token)).status).toBe(200);
    const context = { tenant: 'demo', actor: { kind: 'staff', id: 'boss' }, commandId: 'elsewhere', correlationId: 'elsewhere' } as const;
    const users = new UserStreams({ log: at.log, clock: { now: () => '2026-03-01T09:00:00.000Z' }, newId: randomUUID });
    await users.handle(context, String(id), (user, now) => disableStaff({ at: now, data: {} }, user));
    await setTimeout(5000);
    expect((await me(token)).status).toBe(401);
    await act(id, 'enable');
  });

  it('ends their sessions with a new password', async () => {
    const { body } = await act(id, 'reset-password');
    expect((await me(token)).status).toBe(401);
    expect(await at.signIn('temp@demo.example', body['oneTimePassword'] as string)).toEqual(expect.any(String));
  });

  it.each(['change-role', 'disable', 'enable', 'reset-password'])('is not possible for somebody who is not there: %s', async (verb) => {
    for (const unknown of ['0190f3a4-8f6e-7c1b-9d27-0a3f0d8f6c55', 'x']) {
      expect((await act(unknown, verb, verb === 'change-role' ? { role: 'admin' } : undefined)).body).toMatchObject({ status: 404, code: 'staff-not-found' });
    }
  });

  it('gives no password to whom nobody gave a sign-in', async () => {
    const { body } = await hire({ name: 'Silent', role: 'agent' });
    expect((await act(body['id'], 'reset-password')).body).toMatchObject({ status: 409, code: 'no-sign-in' });
  });

  it.each(['change-role', 'disable', 'enable', 'reset-password'])('is not possible from another tenant: %s', async (verb) => {
    expect((await act(id, verb, verb === 'change-role' ? { role: 'admin' } : undefined, 'admin@other')).body).toMatchObject({ status: 404, code: 'staff-not-found' });
    expect((await me(await at.signIn('admin@demo.example', PASSWORD))).status).toBe(200);
  });

  it.each(['change-role', 'disable', 'enable', 'reset-password'])('is not for those who are no admin: %s', async (verb) => {
    expect((await act(id, verb, verb === 'change-role' ? { role: 'admin' } : undefined, 'supervisor@demo')).status).toBe(403);
  });
});
