import { CustomerStreams } from '../../customer/customer-streams.adapter.js';
import { demo, PASSWORD, type Demo } from '../../testing/demo.adapter.js';
import { eraseCustomer } from '../../customer/erase-customer/erase-customer.js';

let at: Demo;
beforeAll(async () => {
  at = await demo();
});
afterAll(() => at.close());

describe('Forget a customer when their erasure stands in the log', () => {
  it('destroys their key and their sign-in, also where the process died just after it was recorded', async () => {
    const guest = { name: '고객', email: 'late@demo.example', password: PASSWORD, locale: 'ko', externalId: 'late' } as const;
    const id = await at.onboarding.ensureCustomer('demo', guest);
    const context = { tenant: 'demo', actor: { kind: 'staff', id: 'boss' }, commandId: 'erase', correlationId: 'erase' } as const;
    await at.app.get(CustomerStreams).handle(context, id, (customer, now) => eraseCustomer({ at: now, data: { reason: 'asked for it' } }, customer));
    expect(await at.news.waitFor(await at.log.head(), 5000)).toBe(true);
    expect((await at.keys.toOpen('demo', [id])).size).toBe(0);
    expect((await at.call('POST', 'auth/sign-in', undefined, guest)).status).toBe(400);
    expect((await at.call('POST', 'auth/sign-in', undefined, { email: guest.email, password: PASSWORD })).status).toBe(401);
  });

  it('leaves everybody else alone', async () => {
    expect(await at.signIn('customer@demo.example', PASSWORD)).toEqual(expect.any(String));
  });
});
