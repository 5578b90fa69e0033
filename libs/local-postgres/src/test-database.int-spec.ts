import pg from 'pg';
import { ensureRole, roleUrl } from './roles.js';
import { testDatabase, type TestDatabase } from './test-database.js';

const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

describe('A database for one suite', () => {
  let one: TestDatabase;
  beforeAll(async () => {
    one = await testDatabase();
  }, 120_000);
  afterAll(() => one.drop());

  it('is seen by nobody else', async () => {
    const other = await testDatabase();
    const mine = await connected(one.url);
    const theirs = await connected(other.url);
    await mine.query('create table mine ()');
    await expect(theirs.query('select * from mine')).rejects.toThrow(/does not exist/);
    await mine.end();
    await theirs.end();
    await other.drop();
  });

  it('goes away even while somebody is connected', async () => {
    const other = await testDatabase();
    const client = await connected(other.url);
    const cut = new Promise((ended) => client.once('end', ended));
    await other.drop();
    await cut;
    await expect(connected(other.url)).rejects.toThrow(/does not exist/);
  });

  it('lets a role of its own sign in, with a password that is not the superuser’s', async () => {
    const url = await ensureRole(one.url, 'onmaru_test_role');
    expect(await ensureRole(one.url, 'onmaru_test_role')).toBe(roleUrl(one.url, 'onmaru_test_role'));
    expect(new URL(url).password).not.toBe(new URL(one.url).password);
    const client = await connected(url);
    expect((await client.query('select current_user as name')).rows).toEqual([{ name: 'onmaru_test_role' }]);
    await client.end();
    const admin = await connected(one.url);
    await admin.query('drop role onmaru_test_role');
    await admin.end();
  });
});
