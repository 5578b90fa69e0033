import { testDatabase } from '@onmaru/local-postgres';
import pg from 'pg';
import { migrateLog } from '../postgres.js';
import { orderAndGaps, type OrderAndGapsOptions } from './order-and-gaps.js';

const work = async (options: Omit<OrderAndGapsOptions, 'url'>) => {
  const { url, drop } = await testDatabase();
  return orderAndGaps({ url, ...options }).finally(drop);
};

const lockStreams = (streams: string): string =>
  `perform pg_advisory_xact_lock(k) from (select hashtext(s) as k from unnest(string_to_array(${streams}, e'\\x1e')) s order by 1) o;`;

const moveHead = (to: string): string => `update log.head h set position = greatest(h.position, ${to}) where h.single;`;

/** One append: the head is only looked at, and moved without a lock taken before. */
const oneInSequence = (source: string): string => {
  const head = source.includes('head bigint') ? 'head' : 'position';
  return source
    .replace('select h.position,', `${lockStreams('stream')} select h.position,`)
    .replace('from log.head h where h.single for update;', `from log.head h where h.single; ${head} := nextval('log.numbers');`)
    .replace(/update log\.head h set position = ([\w.+ ]+),[^;]*;/, (_, to: string) => moveHead(to));
};

/** Many appends: the head is moved when all is written, instead of before. */
const manyInSequence = (source: string): string =>
  source
    .replace('select string_agg(', `${lockStreams('streams')} select string_agg(`)
    .replace(/update log\.head h\s+set[^;]*;/, "head := nextval('log.numbers'); recorded_at := clock_timestamp();")
    .replace('perform pg_notify(', `${moveHead('head + total')} perform pg_notify(`);

/** Wrong on purpose: takes positions from a sequence, locks the streams it appends to, and the head only when it moves that. */
const sequenced = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create sequence log.numbers increment by 1000');
  const { rows } = await client.query<{ source: string }>("select pg_get_functiondef(oid) as source from pg_proc where pronamespace = 'log'::regnamespace and proname like 'append%'");
  for (const { source } of rows) {
    const worse = source.includes('log.append_batch(') ? manyInSequence(source) : oneInSequence(source);
    expect(worse).toContain(":= nextval('log.numbers')");
    expect(worse).toContain('greatest(h.position');
    await client.query(worse);
  }
  await client.end();
};

describe('Programs that append with delays, and are killed', () => {
  it('lose, double, swap and tear nothing for those who follow, and keep nobody waiting for a second', async () => {
    const found = await work({ writers: 8, seconds: 4, kills: 3 });
    expect(found).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0, wrongAccepts: 0, torn: 0, killed: 3 });
    expect(found.lagMs.p99).toBeLessThan(1000);
    expect(found.acknowledged).toBeLessThanOrEqual(found.appended);
    expect(found.acknowledged).toBeGreaterThan(Math.max(500, found.appended * 0.9));
  }, 120_000);

  it('show what a follower gets wrong who notes his place before the page that he has read', async () => {
    const found = await work({
      writers: 2,
      seconds: 1.5,
      kills: 0,
      consume: async (store, saw, stop) => {
        let place = 0;
        for await (const { events, upTo } of store.subscribe(0, { everyTenant: true }, stop)) {
          (await store.readAll(place, { everyTenant: true })).events.forEach(saw);
          place = events[0] ? events[0].position - 1 : upTo;
        }
      },
    });
    expect(found).toMatchObject({ lost: 0, wrongAccepts: 0, torn: 0 });
    expect(found.doubled).toBeGreaterThan(0);
    expect(found.outOfOrder).toBeGreaterThan(0);
  }, 60_000);

  it('show what is lost when positions come from a sequence', async () => {
    const { url, drop } = await testDatabase();
    await migrateLog(url, {});
    await sequenced(url);
    const found = await orderAndGaps({ url, writers: 4, seconds: 3, kills: 0, patienceMs: 500 });
    await drop();
    expect(found).toMatchObject({ doubled: 0, torn: 0 });
    expect(found.lost).toBeGreaterThan(0);
    expect(found.outOfOrder).toBeGreaterThan(0);
  }, 60_000);
});
