import { testDatabase, type TestDatabase } from '@onmaru/local-postgres';
import { appendNote, newStream, pause } from '../contract/log-under-test.js';
import { migrateLog, postgresEventStore, type PostgresEventStore } from '../postgres.js';
import { headWatch } from './head-watch.js';

const NEVER = 3_600_000;

describe('Somebody who waits for the log to grow', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  beforeAll(async () => {
    database = await testDatabase();
    await migrateLog(database.url, {});
    store = await postgresEventStore({ connection: database.url });
  }, 120_000);
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('is told by the database, without looking', async () => {
    const watch = headWatch(database.url, NEVER);
    const stop = new AbortController();
    const head = await store.head();
    const grown = watch.grown(head, stop.signal);
    await pause(300); // it listens and has looked once by now
    await appendNote(store, 'demo', newStream());
    await grown;
    await watch.end();
  }, 10_000);

  it('does not wait for what is there already', async () => {
    const watch = headWatch(database.url, NEVER);
    await watch.grown((await store.head()) - 1, new AbortController().signal);
    await watch.end();
  });

  it('is let go when nobody wants to know any more', async () => {
    const watch = headWatch(database.url, NEVER);
    const stop = new AbortController();
    const waits = [watch.grown(1e9, stop.signal), watch.grown(1e9, new AbortController().signal)];
    stop.abort();
    await waits[0];
    await watch.end();
    await waits[1];
  });
});
