import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { v7 as uuid } from 'uuid';
import { laboratory, newEvent, type Laboratory } from './testing/laboratory.js';

/** A pool whose connections break where they are told to commit and `dies` says so. */
const dyingAtCommit = (pool: Pool, dies: () => boolean): Pool => {
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    const query = (...all: Parameters<typeof client.query>) => {
      if (String(all[0]) === 'COMMIT' && dies()) return Promise.reject(new Error('the power went'));
      return client.query(...all);
    };
    return { query, release: (error?: Error) => client.release(error), on: client.on.bind(client), off: client.off.bind(client) } as unknown as PoolClient;
  };
  return { connect, query: pool.query.bind(pool) } as unknown as Pool;
};

describe('Views under faults', () => {
  let lab: Laboratory;
  beforeEach(async () => {
    lab = await laboratory();
  });
  afterEach(() => lab.close());

  const open = (customerId: string) => lab.append('demo', `case-${uuid()}`, newEvent('cases.CaseOpened.v1', { customerId, subject: 'x' }));
  const counts = async () => [
    await lab.rows('SELECT count(*)::int AS n FROM cases.case_details_1'),
    await lab.rows('SELECT customer_id, opened FROM cases.customer_cases_1 ORDER BY 1'),
  ];
  const expected = (n: number) => [[{ n }], Array.from({ length: 5 }, (_, c) => ({ customer_id: `c${c}`, opened: n / 5 }))];

  it('count everything once while two runners share the work', async () => {
    const [one, other] = [lab.runner(), lab.runner()];
    await Promise.all([one.start(), other.start()]);
    for (let n = 0; n < 300; n += 1) await open(`c${n % 5}`);
    await Promise.all([lab.caughtUp(one), lab.caughtUp(other)]);
    expect(await counts()).toEqual(expected(300));
  });

  it('lose and double nothing when a runner dies between writing its rows and committing', async () => {
    let deaths = 0;
    const dying = dyingAtCommit(lab.pool, () => deaths < 20 && (deaths += 1) % 2 === 0);
    const runner = lab.runner({ pool: dying });
    await runner.start();
    for (let n = 0; n < 100; n += 1) {
      await open(`c${n % 5}`);
      await sleep(10);
    }
    await lab.caughtUp(runner);
    expect(deaths).toBeGreaterThan(9);
    expect(await counts()).toEqual(expected(100));
  });

  it('go on by themselves after the database cut every connection', async () => {
    const runner = lab.runner();
    await runner.start();
    for (let n = 0; n < 100; n += 1) {
      await open(`c${n % 5}`);
      if (n % 20 === 0) await lab.cut();
    }
    await lab.caughtUp(runner);
    expect(await counts()).toEqual(expected(100));
  });

  it('keep a view whose table is gone from holding back the others, and take it up again', async () => {
    const runner = lab.runner();
    await runner.start();
    await lab.pool.query('ALTER TABLE cases.case_details_1 RENAME TO elsewhere');
    for (let n = 0; n < 20; n += 1) {
      const position = await open(`c${n % 5}`);
      expect(await runner.waitFor(position, 2000, 'customer-cases')).toBe(true);
    }
    expect(runner.status()).toMatchObject([{ view: 'case-details', failing: expect.stringMatching(/case_details_1/) }, { view: 'customer-cases' }]);
    await lab.pool.query('ALTER TABLE cases.elsewhere RENAME TO case_details_1');
    await lab.caughtUp(runner);
    expect(runner.status().some(({ failing }) => failing)).toBe(false);
    expect(await counts()).toEqual(expected(20));
  });
});
