import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { laboratory, newEvent, type Laboratory } from '../testing/laboratory.js';
import { watchedPool, type Look } from '../testing/watched-pool.js';

/** Far above what a busy machine takes for a read, far below what is planted. */
const LONG = 700;
const PLANTED = 2;

describe('Readers of a view that is replaced', () => {
  let lab: Laboratory;
  let done = false;
  beforeEach(async () => {
    lab = await laboratory();
    done = false;
  });
  afterEach(() => lab.close());

  const open = () => lab.append('demo', `case-${uuid()}`, newEvent('cases.CaseOpened.v1', { customerId: 'ada', subject: 'x' }));
  const reading = async () => {
    let [longest, seen, reads] = [0, 0, 0];
    const client = await lab.pool.connect();
    while (!done) {
      const before = performance.now();
      const { rows } = await client.query<{ n: number; mixed: number }>('SELECT count(*)::int AS n, count(DISTINCT tableoid)::int - 1 AS mixed FROM cases.case_details_1');
      longest = Math.max(longest, performance.now() - before);
      if ((rows[0]?.n ?? 0) < seen || (rows[0]?.mixed ?? 0) > 0) throw new Error(`saw ${JSON.stringify(rows[0])} after ${seen} rows`);
      seen = rows[0]?.n ?? 0;
      reads += 1;
      await sleep(1);
    }
    client.release();
    return { longest, reads };
  };
  const writing = async () => {
    while (!done) {
      await open();
      await sleep(2);
    }
  };
  const longestWait = async (look: Look, meanwhile: () => Promise<void>) => {
    for (let n = 0; n < 50; n += 1) await open();
    const runner = lab.runner();
    await runner.start();
    await lab.caughtUp(runner);
    const other = lab.runner({ pool: watchedPool(lab.pool, look) });
    const watching = Promise.all([reading(), reading(), writing()]);
    const round = async () => {
      const ended = await lab.rebuilt(other, { views: ['case-details'] });
      expect(ended).toMatchObject([{ state: 'done', equal: true }]);
    };
    await Promise.all([round().then(round), meanwhile()]).finally(() => (done = true));
    const [one, another] = await watching;
    await lab.caughtUp(runner);
    expect(one.reads).toBeGreaterThan(20);
    expect(await lab.rebuilt(runner, { compareOnly: true })).toMatchObject([{ equal: true }, { equal: true }]);
    return Math.max(one.longest, another.longest);
  };
  const nothing = () => Promise.resolve();
  /** Somebody who looks at the view and then thinks about it, in one transaction. */
  const slowReader = async () => {
    const client = await lab.pool.connect();
    await client.query('BEGIN; SELECT count(*) FROM cases.case_details_1');
    await sleep(3000);
    await client.query('COMMIT');
    client.release();
  };

  it('do not notice it', async () => {
    expect(await longestWait(() => undefined, nothing)).toBeLessThan(LONG);
  });

  it('notice a lock that is held for longer than the renaming takes', async () => {
    const slow: Look = (text) => (text.startsWith('LOCK TABLE') ? text.replace(';', `; SELECT pg_sleep(${PLANTED});`) : undefined);
    expect(await longestWait(slow, nothing)).toBeGreaterThan(LONG);
  });

  it('do not wait behind one of them who holds the table for long', async () => {
    expect(await longestWait(() => undefined, slowReader)).toBeLessThan(LONG);
  });

  it('would wait behind that one if the swap waited for it', async () => {
    const patient: Look = (text) => (text.startsWith('SET LOCAL lock_timeout') ? `SET LOCAL lock_timeout = '${PLANTED}s'` : undefined);
    expect(await longestWait(patient, slowReader)).toBeGreaterThan(LONG);
  });
});
