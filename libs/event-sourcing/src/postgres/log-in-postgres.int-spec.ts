import { randomUUID } from 'node:crypto';
import { ensureRole, testDatabase, type TestDatabase } from '@onmaru/local-postgres';
import pg from 'pg';
import { appendNote, BOX, collected, ids, newStream, newTenant, note, pause } from '../contract/log-under-test.js';
import { migrateLog, postgresEventStore, type PostgresEventStore } from '../postgres.js';

const CASES = 'onmaru_log_cases';
const QUEUES = 'onmaru_log_queues';

describe('The log in PostgreSQL', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let store: PostgresEventStore;
  let url: string;

  beforeAll(async () => {
    database = await testDatabase();
    url = await ensureRole(database.url, CASES);
    await ensureRole(database.url, QUEUES);
    await migrateLog(database.url, { [CASES]: ['case'], [QUEUES]: ['queue'] });
    admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    store = await postgresEventStore({ connection: url });
  }, 120_000);
  afterAll(async () => {
    await store.close();
    await admin.end();
    await database.drop();
  });

  describe('keeps the streams of one service from another', () => {
    const foreign = { code: 'permission', message: expect.stringContaining('streams of queue belong to another service') };
    const toQueue = () => ({ tenant: newTenant(), stream: newStream('queue'), expected: 'none' as const, events: [note()] });

    it('when it appends alone', async () => {
      const head = await store.head();
      await expect(store.append(toQueue())).rejects.toMatchObject(foreign);
      expect(await store.head()).toBe(head);
    });

    it('when it appends together with others, who are not hurt by it', async () => {
      const tenant = newTenant();
      const answers = await Promise.allSettled([...Array.from({ length: 10 }, () => appendNote(store, tenant, newStream())), store.append(toQueue())]);
      expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 'fulfilled'), 'rejected']);
      expect(answers[10]).toMatchObject({ reason: foreign });
    });

    it('when it keeps a snapshot', async () => {
      const snapshot = { tenant: newTenant(), stream: newStream('queue'), shape: 1, revision: 200, eventId: randomUUID(), state: '{}' };
      await expect(store.keepSnapshot(snapshot)).rejects.toMatchObject({ code: 'permission', message: expect.stringContaining(snapshot.stream) });
      expect(await store.readSnapshot(snapshot.tenant, snapshot.stream)).toBeNull();
    });

    it('also when it goes round our own program', async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      for (const forbidden of ['insert into log.event select * from log.event limit 1', 'update log.head set position = 0', 'delete from log.event', 'delete from log.snapshot', "insert into log.writer values ('queue', current_user)"]) {
        await expect(client.query(forbidden)).rejects.toMatchObject({ code: '42501' });
      }
      await client.end();
    });

    it('but lets each of them read all', async () => {
      const other = await postgresEventStore({ connection: await ensureRole(database.url, QUEUES) });
      const tenant = newTenant();
      const sent = await appendNote(store, tenant, newStream());
      expect(ids((await other.readAll(0, { tenant })).events)).toEqual([sent.id]);
      await other.close();
    });
  });

  it('fails one append alone that the database itself does not take, among 500 good ones', async () => {
    await admin.query(`
      create function public.choke() returns trigger language plpgsql as $$ begin raise exception 'choked'; end $$;
      create trigger choke before insert on log.event for each row when (new.type = '${BOX}') execute function public.choke()`);
    const tenant = newTenant();
    const answers = await Promise.allSettled(
      Array.from({ length: 501 }, (_, n) => store.append({ tenant, stream: newStream(), expected: 'none', events: [note(n === 250 ? { type: BOX } : {})] })),
    );
    await admin.query('drop trigger choke on log.event; drop function public.choke()');
    expect(answers.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([250]);
    expect(answers[250]).toMatchObject({ reason: expect.objectContaining({ message: 'choked' }) });
    expect((await store.readAll(0, { tenant })).events).toHaveLength(500);
  });

  it('finds what is new by itself when the database tells nothing', async () => {
    const [tenant, stop] = [newTenant(), new AbortController()];
    const following = collected(store.subscribe(await store.head(), { tenant }, stop.signal), (events) => events.length >= 1);
    await pause(100);
    await admin.query("select pg_notify('onmaru_log', '0')");
    const silent = new pg.Client({ connectionString: database.url });
    await silent.connect();
    await silent.query(`insert into log.event select position + 1, '${tenant}', 'case-silent', 'case', 1, '${BOX}', gen_random_uuid(), 'silent', null, 0, '{}', '{"actor":{"kind":"system","id":"x"},"correlationId":"c"}', now(), now() from log.head; update log.head set position = position + 1`);
    const began = performance.now();
    expect(await following).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(600);
    stop.abort();
    await silent.end();
  });

  it('leaves how other code reads numbers and times as it was', async () => {
    await store.head();
    expect((await admin.query('select 1::bigint as n, now() as t')).rows[0]).toEqual({ n: '1', t: expect.any(Date) });
  });

  it('keeps the bytes of the JSON it was given', async () => {
    const [tenant, stream] = [newTenant(), newStream()];
    await store.append({ tenant, stream, expected: 'none', events: [note({ data: { 나: 1, b: [1.5, null], a: 'é' } })] });
    expect((await admin.query('select data from log.event where tenant = $1', [tenant])).rows[0]).toEqual({ data: '{"나":1,"b":[1.5,null],"a":"é"}' });
  });

  it('answers what it has taken before it closes, and nothing after', async () => {
    const [tenant, closing] = [newTenant(), await postgresEventStore({ connection: url })];
    const stop = new AbortController();
    const following = collected(closing.subscribe(await closing.head(), { tenant: newTenant() }, stop.signal), () => false);
    const taken = Promise.all(Array.from({ length: 50 }, () => appendNote(closing, tenant, newStream())));
    await closing.close();
    expect(await taken).toHaveLength(50);
    await following;
    await expect(appendNote(closing, tenant, newStream())).rejects.toMatchObject({ code: 'closed' });
    await expect(closing.head()).rejects.toMatchObject({ code: 'closed' });
  });

  it('says within about two seconds that it cannot be reached, to everybody who waits', async () => {
    const lonely = await testDatabase();
    await migrateLog(lonely.url, {});
    const away = await postgresEventStore({ connection: lonely.url });
    await lonely.drop();
    const began = performance.now();
    const answers = await Promise.allSettled([appendNote(away, 'demo', 'case-1'), appendNote(away, 'demo', 'case-1'), away.head()]);
    expect(answers.map((answer) => answer.status === 'rejected' && (answer.reason as { code: string }).code)).toEqual(['unavailable', 'unavailable', 'unavailable']);
    expect(performance.now() - began).toBeLessThan(4000);
    await away.close();
  });
});
