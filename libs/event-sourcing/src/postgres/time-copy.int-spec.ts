import { testDatabase, type TestDatabase } from '@onmaru/local-postgres';
import pg from 'pg';
import { newStream, note } from '../contract/log-under-test.js';
import { migrateLog, postgresEventStore, timeCopy } from '../postgres.js';

describe('How fast PostgreSQL could take some events', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeEach(async () => {
    database = await testDatabase();
    await migrateLog(database.url, {});
    client = new pg.Client(database.url);
    await client.connect();
    await client.query('create schema aside');
    const store = await postgresEventStore({ connection: database.url });
    for (let n = 0; n < 5; n += 1) await store.append({ tenant: 'demo', stream: newStream(), expected: 'none', events: [note({ data: { text: 'tab\t new\nline \\N 안녕' } }), note()] });
    await store.close();
  });
  afterEach(async () => {
    await client.end();
    await database.drop();
  });
  const tables = async () => (await client.query("select from pg_tables where schemaname = 'aside'")).rowCount;

  it('is timed on exactly the events of a span, and leaves nothing behind', async () => {
    const timed = await timeCopy(database.url, 'aside', 3, 8);
    expect(timed).toEqual({ events: 5, seconds: expect.any(Number) as number });
    expect(timed?.seconds).toBeGreaterThan(0);
    expect(await tables()).toBe(0);
  });

  it('is nothing that is known where the role may make no table', async () => {
    const role = `reader_${process.pid}_${Date.now()}`;
    await client.query(`create role ${role} login password 'reads'; grant usage on schema log to ${role}; grant select on log.event to ${role}`);
    const url = new URL(database.url);
    [url.username, url.password] = [role, 'reads'];
    expect(await timeCopy(url.href, 'aside', 0, 10)).toBeNull();
    await client.query(`drop owned by ${role}; drop role ${role}`);
  });
});
