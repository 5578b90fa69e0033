import { askingAnew, expectStatus, platform, type TestPlatform } from './platform.js';

/** A program that does not say how far in the log it has seen. */
describe('Whoever forgets to say what they have seen', () => {
  let at: TestPlatform;
  const post = async (path: string, body: object) => askingAnew(at.url)(at.tokenOf('admin'), path, { body });
  const made = async (path: string, body: object): Promise<string> => expectStatus(await post(path, body), 201)['id'] as string;

  beforeAll(async () => {
    at = await platform();
  });
  afterAll(() => at.close());

  it('can set the presence and the capacity of somebody hired a moment ago', async () => {
    for (let n = 0; n < 10; n += 1) {
      const id = await made('staff', { name: `New ${n}`, role: 'agent', capacity: 3 });
      expectStatus(await post(`staff/${id}/presence`, { presence: 'available' }), 200);
      expect(expectStatus(await post(`staff/${id}/capacity`, { capacity: 4 }), 200)).toMatchObject({ id, capacity: 4, presence: 'available' });
    }
  });

  it('finds the case that they opened a moment ago', async () => {
    for (let n = 0; n < 10; n += 1) {
      const id = await made('cases', { subject: `New ${n}`, description: '', customerId: at.idOf('customer'), channel: 'web' });
      expect(expectStatus(await askingAnew(at.url)(at.tokenOf('agent'), `cases/${id}`), 200)).toMatchObject({ id });
      expect((await askingAnew(at.url)(at.tokenOf('agent@other'), `cases/${id}`)).status).toBe(404);
      expect((await askingAnew(at.url)(at.tokenOf('customer'), `cases/${id}`)).status).toBe(200);
    }
  });

  it('can open a sign-in for a customer registered a moment ago', async () => {
    for (let n = 0; n < 10; n += 1) {
      const id = await made('customers', { name: `New ${n}`, email: `new-${n}@example.org` });
      expect((await post(`customers/${id}/open-sign-in`, {})).status).toBe(200);
    }
  });
});
