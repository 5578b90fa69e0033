import { ensureRole, testDatabase, type TestDatabase } from '@onmaru/local-postgres';
import pg from 'pg';
import { appendNote, newStream, newTenant } from '../contract/log-under-test.js';
import { migrateLog, postgresEventStore } from '../postgres.js';
import { LOG_VERSION, MIGRATIONS } from './schema.js';

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
    const versions = Array.from({ length: LOG_VERSION }, (_, before) => ({ version: before + 1 }));
    expect((await admin.query('select version from log.version order by version')).rows).toEqual(versions);
  });

  /** What each earlier version appended with, as far as it is known by its name and arguments. */
  const earlier: readonly (readonly string[])[] = [
    ['append_one(text, text, bigint, text, text, text, text, integer[], text, text, text)'],
    [
      'append_event(text, text, bigint, text, uuid, text, text, text, text, timestamptz)',
      'append_stream(text, text, bigint, text, text, text, text, integer[], text, text, text)',
      'append_many(text, text, bigint[], integer[], text, text, integer[], integer[], text, text, text, text, text, text, integer[], text, text, text)',
      'may_append(text)',
    ],
    [],
  ];
  it.each(earlier.map((functions, n) => ({ version: n + 1, functions })))('that goes on where version $version of it stood, without the functions of that one', async ({ version, functions }) => {
    const old = await testDatabase();
    const client = new pg.Client({ connectionString: old.url });
    await client.connect();
    await client.query(MIGRATIONS.slice(0, version).join(''));
    await client.query(`
      create table log.version (version integer primary key, applied_at timestamptz not null default now());
      insert into log.version (version) select generate_series(1, ${version});
      ${functions.map((signature) => `create function log.${signature} returns int language sql as 'select 1';`).join('\n')}
      insert into log.event values (1, 'demo', 'case-old', 'case', 1, 'cases.NoteAdded.v1', gen_random_uuid(), 'one', null, 0, '{}', '{"actor":{}}', now(), now());
      update log.head set position = 1`);
    await migrateLog(old.url, {});
    const store = await postgresEventStore({ connection: old.url });
    await Promise.all([appendNote(store, 'demo', 'case-old'), appendNote(store, 'demo', 'case-new')]);
    expect((await store.readStream('demo', 'case-old')).map(({ revision }) => revision)).toEqual([1, 2]);
    expect(await store.head()).toBe(3);
    const own = (await client.query<{ name: string }>("select proname as name from pg_proc where pronamespace = 'log'::regnamespace order by 1")).rows;
    expect(own.map(({ name }) => name)).toEqual(['append_batch', 'append_event', 'append_stream', 'keep_snapshot']);
    await store.close();
    await client.end();
    await old.drop();
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
