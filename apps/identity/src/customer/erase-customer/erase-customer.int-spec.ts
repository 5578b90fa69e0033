import { demo, PASSWORD, type Demo } from '../../testing/demo.adapter.js';

const CANARIES = { name: '카나리아김', email: 'canary-7731@example.com', phone: '010-7731-7731' };
let at: Demo;
let id: string;
let customerToken: string;

beforeAll(async () => {
  at = await demo();
  id = await at.onboarding.ensureCustomer('demo', { ...CANARIES, password: PASSWORD, locale: 'ko', externalId: 'canary' });
  customerToken = await at.signIn(CANARIES.email, PASSWORD);
  await at.views.waitFor(await at.log.head(), 2000);
});
afterAll(() => at.close());

const everything = async (): Promise<string> => {
  const { rows: tables } = await at.pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('identity', 'log')
     AND has_table_privilege(format('%I.%I', schemaname, tablename), 'SELECT')`,
  );
  const rows = await Promise.all(tables.map(async ({ name }) => (await at.pool.query(`SELECT t::text AS row FROM ${name} t`)).rows));
  return JSON.stringify([...rows, ...at.lines]);
};
const read = async (who = 'agent@demo') => (await at.call('GET', `customers/${id}`, at.as(who))).body;
const erase = (who: string, headers = {}) => at.call('POST', `customers/${id}/erase`, at.as(who), { reason: '본인 요청' }, headers);

describe('Before a customer is erased', () => {
  it('their name is shown to staff', async () => expect(await read()).toMatchObject(CANARIES));

  it('what is personal stands in no event, and nothing of it in any log line', async () => {
    const { rows } = await at.pool.query<{ row: string }>('SELECT e::text AS row FROM log.event e');
    const text = JSON.stringify([rows, at.lines]);
    for (const canary of [...Object.values(CANARIES), PASSWORD]) expect(text).not.toContain(canary);
  });

  it.each(['agent@demo', 'supervisor@demo', 'analyst@demo', 'customer@demo'])('%s may not erase them', async (who) => {
    expect((await erase(who)).body).toMatchObject({ status: 403, code: 'not-permitted' });
  });

  it('the admin of another tenant does not find them', async () => {
    expect((await erase('admin@other')).body).toMatchObject({ status: 404, code: 'customer-not-found' });
    expect((await at.call('GET', `customers/${id}`, at.as('admin@other'))).status).toBe(404);
  });

  it('whoever read an older revision is told what has happened since', async () => {
    const { body } = await erase('admin@demo', { 'if-match': '"0"' });
    expect(body).toMatchObject({ status: 412, code: 'revision-stale', since: [{ type: 'identity.CustomerRegistered.v1', revision: 1 }] });
  });
});

describe('Erasing a customer', () => {
  it('answers with what is left of them', async () => {
    const { status, body, headers } = await erase('admin@demo');
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, name: null, email: null, phone: null, externalId: 'canary', erasedAt: expect.any(String), revision: 2 });
    await at.views.waitFor(Number(headers['onmaru-position']), 2000);
    expect(await read()).toEqual(body);
  });

  it('ends their session, and their sign-in', async () => {
    expect((await at.call('GET', 'me', customerToken)).status).toBe(401);
    expect((await at.call('POST', 'auth/sign-in', undefined, { email: CANARIES.email, password: PASSWORD })).status).toBe(401);
  });

  it('leaves nothing personal in any table or log line', async () => {
    const text = await everything();
    for (const canary of Object.values(CANARIES)) expect(text).not.toContain(canary);
    expect(text).not.toContain('카나');
  });

  it('says so once: a second time changes nothing', async () => {
    const { status, headers } = await erase('admin@demo');
    expect([status, headers['etag']]).toEqual([200, '"2"']);
  });

  it('leaves others as they were', async () => {
    const { body } = await at.call('GET', 'customers?externalId=guest', at.as('agent@demo'));
    expect(body['items']).toMatchObject([{ name: '고객님', email: 'customer@demo.example' }]);
  });

  it('gives no key for what is said about them later', async () => {
    expect((await at.keys.toSeal('demo', [id])).size).toBe(0);
    expect((await at.keys.toOpen('demo', [id])).size).toBe(0);
  });

  it('comes to the same when the view is made again from the log', async () => {
    const { ended } = await at.views.rebuilds.start({ views: ['customers'], compareOnly: true });
    await ended;
    expect(await at.views.rebuilds.list()).toMatchObject([{ view: 'customers', state: 'done', equal: true }]);
  });

  it('keeps why, for those who may ask', async () => {
    const [, erased] = await at.log.readStream('demo', `customer-${id}`);
    expect(erased?.data).toEqual({ reason: '본인 요청' });
  });
});
