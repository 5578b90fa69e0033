import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { laboratory, newEvent, type Laboratory } from './testing/laboratory.js';

describe('A rebuild among others at work', () => {
  let lab: Laboratory;
  const streams: string[] = [];
  beforeEach(async () => {
    lab = await laboratory();
    streams.length = 0;
  });
  afterEach(() => lab.close());

  const open = async (subject = '환불', more: object = {}) => {
    streams.push(`case-${uuid()}`);
    await lab.append('demo', streams.at(-1)!, newEvent('cases.CaseOpened.v1', { customerId: `c${streams.length % 5}`, subject, ...more }));
  };
  const details = () => lab.rows('SELECT * FROM cases.case_details_1 ORDER BY case_id');
  const running = async () => {
    const runner = lab.runner();
    await runner.start();
    await lab.caughtUp(runner);
    return runner;
  };

  it('keeps the names of indexes, the rights, the owner and the storage of the table', async () => {
    await lab.pool.query('CREATE ROLE spec_reader; GRANT USAGE ON SCHEMA cases TO spec_reader; GRANT SELECT ON cases.case_details_1 TO spec_reader; ALTER TABLE cases.case_details_1 SET (fillfactor = 50)');
    const shape = async () => [
      await lab.rows("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'cases' ORDER BY 1"),
      await lab.rows("SELECT conname, pg_get_constraintdef(oid) AS def FROM pg_constraint WHERE conrelid = 'cases.case_details_1'::regclass AND contype IN ('p', 'c') ORDER BY 1"),
      await lab.rows("SELECT relacl::text AS acl, reloptions, pg_get_userbyid(relowner) AS owner FROM pg_class WHERE oid = 'cases.case_details_1'::regclass"),
      await lab.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'cases' ORDER BY 1"),
    ];
    const before = await shape();
    await open();
    const runner = await running();
    await lab.rebuilt(runner);
    await lab.rebuilt(runner);
    expect(await shape()).toEqual(before);
    await lab.pool.query('DROP OWNED BY spec_reader; DROP ROLE spec_reader');
  });

  it('lets nobody else rebuild the same view at the same time', async () => {
    for (let n = 0; n < 20; n += 1) await open();
    const runner = await running();
    const [one, other] = await Promise.all([runner.rebuilds.start({ views: ['case-details'] }), lab.runner().rebuilds.start({ views: ['case-details'] })]);
    await Promise.all([one.ended, other.ended]);
    expect([...one.begun, ...other.begun]).toEqual(['case-details']);
  });

  it('waits for a reader that holds the table, without holding up the log', async () => {
    await open();
    const runner = await running();
    const reader = await lab.pool.connect();
    await reader.query('BEGIN');
    await reader.query('SELECT * FROM cases.case_details_1');
    const rebuilding = lab.rebuilt(runner, { views: ['case-details'] });
    await sleep(1000);
    await open();
    await lab.caughtUp(runner);
    await reader.query('COMMIT');
    reader.release();
    expect(await rebuilding).toMatchObject([{ state: 'done', equal: true }]);
    await lab.caughtUp(runner);
    expect(await details()).toHaveLength(2);
  });
});
