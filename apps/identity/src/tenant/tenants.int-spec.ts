import { newApiKey } from '../account/new-api-key.adapter.js';
import { demo, type Demo } from '../testing/demo.adapter.js';

let at: Demo;
let operator: string;
beforeAll(async () => {
  at = await demo();
  operator = newApiKey();
  await at.onboarding.ensurePlatformKey('operator', operator);
  await at.views.waitFor(await at.log.head(), 2000);
});
afterAll(() => at.close());

const create = (body: object, token = operator, headers: Record<string, string> = {}) => at.call('POST', 'tenants', token, body, headers);

describe('Creating a tenant', () => {
  it('gives its first admin a password with which they can sign in at once', async () => {
    const { status, body } = await create({ name: 'Hanbit Telecom', adminEmail: 'boss@hanbit.example' });
    expect(status).toBe(201);
    expect(body).toEqual({ tenant: 'hanbit-telecom', name: 'Hanbit Telecom', oneTimePassword: expect.any(String) });
    const token = await at.signIn('boss@hanbit.example', body['oneTimePassword'] as string);
    expect((await at.call('GET', 'me', token)).body).toMatchObject({ tenant: 'hanbit-telecom', role: 'admin' });
    expect((await at.call('GET', 'customers', token)).body).toEqual({ items: [], nextCursor: null });
  });

  it('gives a repeated request its first answer', async () => {
    const [body, key] = [{ name: '한빛', slug: 'hanbit', adminEmail: 'admin@hanbit.example' }, { 'idempotency-key': 'found-once' }];
    expect((await create(body, operator, key)).body).toEqual((await create(body, operator, key)).body);
  });

  it('refuses the key for a tenant of another name', async () => {
    const [body, key] = [{ name: 'Keyed', adminEmail: 'admin@keyed.example' }, { 'idempotency-key': 'found-keyed' }];
    expect((await create(body, operator, key)).status).toBe(201);
    expect((await create({ ...body, name: 'Keyed Too' }, operator, key)).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it('takes a name once, and leaves the address of a second admin free', async () => {
    const again = await create({ name: 'Demo', adminEmail: 'second@demo.example' });
    expect(again.body).toMatchObject({ status: 409, code: 'tenant-exists' });
    expect((await create({ name: 'Second', adminEmail: 'second@demo.example' })).status).toBe(201);
  });

  it('creates nothing for an admin whose address is in use', async () => {
    const taken = { name: 'Third', adminEmail: 'agent@demo.example' };
    expect((await create(taken)).body).toMatchObject({ status: 409, code: 'email-in-use' });
    expect((await create({ ...taken, adminEmail: 'free@third.example' })).status).toBe(201);
  });

  it('asks for a short name where the name gives none', async () => {
    expect((await create({ name: '한빛통신', adminEmail: 'a@b.example' })).body).toMatchObject({ status: 400, code: 'tenant-name-unusable' });
    expect((await create({ name: 'Platform', adminEmail: 'a@b.example' })).body).toMatchObject({ status: 400, code: 'tenant-name-unusable' });
  });

  it('is not for the admins of tenants', async () => {
    expect((await create({ name: 'Mine', adminEmail: 'a@b.example' }, at.as('admin@demo'))).body).toMatchObject({ status: 403, code: 'not-permitted' });
    expect((await at.call('GET', 'tenants', at.as('admin@demo'))).status).toBe(403);
  });
});

describe('Whoever runs the platform', () => {
  it('sees every tenant', async () => {
    const { body } = await at.call('GET', 'tenants', operator);
    expect((body['items'] as { tenant: string }[]).map(({ tenant }) => tenant)).toEqual(expect.arrayContaining(['demo', 'other']));
  });

  it('acts in a tenant by naming it', async () => {
    const inDemo = await at.call('GET', 'staff', operator, undefined, { 'onmaru-tenant': 'demo' });
    expect((inDemo.body['items'] as { name: string }[]).map(({ name }) => name)).toContain('agent of demo');
    expect((await at.call('GET', 'staff', operator)).body['items']).toEqual([]);
  });

  it('cannot act in a tenant that is not there', async () => {
    const { body } = await at.call('GET', 'staff', operator, undefined, { 'onmaru-tenant': 'nowhere' });
    expect(body).toMatchObject({ status: 404, code: 'tenant-not-found' });
  });
});
