import { demo, type Demo } from '../../testing/demo.adapter.js';

let at: Demo;
beforeAll(async () => {
  at = await demo();
});
afterAll(() => at.close());

const register = async (body: object) => {
  const answer = await at.call('POST', 'customers', at.as('agent@demo'), body);
  return { id: String(answer.body['id']), seen: { 'onmaru-position': String(answer.headers['onmaru-position']) } };
};
const open = ({ id, seen }: { id: string; seen: Record<string, string> }, who = 'admin@demo', headers = {}) =>
  at.call('POST', `customers/${id}/open-sign-in`, at.as(who), undefined, { ...seen, ...headers });

describe('Opening a sign-in for a customer', () => {
  it('gives them a password with which they see their own cases, and nothing else', async () => {
    const customer = await register({ name: '김민지', email: 'minji@demo.example', locale: 'ko' });
    const { status, body } = await open(customer);
    expect(status).toBe(200);
    const token = await at.signIn('minji@demo.example', body['oneTimePassword'] as string);
    expect((await at.call('GET', 'me', token)).body).toMatchObject({ id: customer.id, role: 'customer', name: '김민지', locale: 'ko' });
    expect((await at.call('GET', 'customers', token)).status).toBe(403);
  });

  it('gives a repeated request its first answer, and refuses the key for another customer', async () => {
    const key = { 'idempotency-key': 'open-keyed' };
    const [one, other] = [await register({ name: 'One', email: 'one@keyed.example' }), await register({ name: 'Other', email: 'other@keyed.example' })];
    expect((await open(one, 'admin@demo', key)).body).toEqual((await open(one, 'admin@demo', key)).body);
    expect((await open(other, 'admin@demo', key)).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it('is not needed twice', async () => {
    const customer = await register({ name: 'Twice', email: 'twice@demo.example' });
    await open(customer);
    expect((await open(customer)).body).toMatchObject({ status: 409, code: 'signs-in-already' });
  });

  it('needs an e-mail address that nobody else signs in with', async () => {
    expect((await open(await register({ name: 'None' }))).body).toMatchObject({ status: 409, code: 'no-email-address' });
    expect((await open(await register({ name: 'Taken', email: 'agent@other.example' }))).body).toMatchObject({ status: 409, code: 'email-in-use' });
  });

  it('is for admins of their own tenant alone', async () => {
    const customer = await register({ name: 'Ours', email: 'ours@demo.example' });
    expect((await open(customer, 'agent@demo')).status).toBe(403);
    expect((await open(customer, 'admin@other')).body).toMatchObject({ status: 404, code: 'customer-not-found' });
  });
});
