import { ensureRole, testDatabase, type TestDatabase } from '@onmaru/local-postgres';
import pg from 'pg';
import { appendNote, newStream, newTenant } from '../contract/log-under-test.js';
import { migrateLog, postgresEventStore } from '../postgres.js';
import { LOG_VERSION } from './schema.js';

const CASES = 'onmaru_migrate_cases';
const QUEUES = 'onmaru_migrate_queues';

describe('A database becomes a log', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let url: string;
  beforeAll(async () => {
    database = await testDatabase();
    url = await ensureRole(database.url, CASES);
    await ensureRole(database.url, QUEUES);
    await migrateLog(database.url, { [CASES]: ['case'], [QUEUES]: ['queue'] });
    admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
  }, 120_000);
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  it('once, however often and by however many at once', async () => {
    const own = { [CASES]: ['case'] };
    await Promise.all([migrateLog(database.url, own), migrateLog(database.url, own), migrateLog(database.url, own)]);
    expect((await admin.query('select version from log.version order by 1')).rows).toEqual(Array.from({ length: LOG_VERSION }, (_, n) => ({ version: n + 1 })));
  });

  it('that gives a role exactly the categories it is named with, and leaves other roles theirs', async () => {
    await migrateLog(database.url, { [CASES]: ['case', 'calendar'] });
    await migrateLog(database.url, { [CASES]: ['case'] });
    expect((await admin.query('select category, role from log.writer order by category')).rows).toEqual([
      { category: 'case', role: CASES },
      { category: 'queue', role: QUEUES },
    ]);
  });

  it('that gives no category to a second role', async () => {
    const taking = migrateLog(database.url, { [QUEUES]: ['queue', 'case'] });
    await expect(taking).rejects.toMatchObject({ code: 'permission', message: expect.stringContaining(`belong to the role ${CASES}`) });
    expect((await admin.query("select role from log.writer where category = 'case'")).rows).toEqual([{ role: CASES }]);
  });

  it('unless a newer program has done so already', async () => {
    await admin.query('insert into log.version (version) values (99)');
    await expect(migrateLog(database.url, {})).rejects.toMatchObject({ code: 'newer-log' });
    await expect(postgresEventStore({ connection: url })).rejects.toMatchObject({ code: 'newer-log' });
    await admin.query('delete from log.version where version = 99');
  });

  it('before it can be opened', async () => {
    const empty = await testDatabase();
    await expect(postgresEventStore({ connection: empty.url })).rejects.toMatchObject({ code: 'not-migrated' });
    await empty.drop();
  });

  it('in which programs that append in batches at once never undo each other’s work', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => postgresEventStore({ connection: url, bypass: false })));
    const undone = async (): Promise<number> => Number((await admin.query('select pg_stat_clear_snapshot(), xact_rollback from pg_stat_database where datname = current_database()')).rows[0].xact_rollback);
    const before = await undone();
    for (let turn = 0; turn < 20; turn += 1) await Promise.all(stores.flatMap((store) => Array.from({ length: 10 }, () => appendNote(store, newTenant(), newStream()))));
    await Promise.all(stores.map((store) => store.close()));
    while (Number((await admin.query("select count(*) from pg_stat_activity where usename = $1", [CASES])).rows[0].count) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await undone()).toBe(before);
  }, 60_000);
});
