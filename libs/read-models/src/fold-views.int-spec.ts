import { v7 as uuid } from 'uuid';
import { laboratory, newEvent, type Laboratory } from './testing/laboratory.js';
import { caseDetails, customerCases } from './testing/sample-cases.js';

describe('Views follow the log', () => {
  let lab: Laboratory;
  beforeEach(async () => {
    lab = await laboratory();
  });
  afterEach(() => lab.close());

  const details = () => lab.rows('SELECT * FROM cases.case_details_1 ORDER BY tenant, case_id');

  it('bring Korean text, lists, nested attributes, nulls, times and large numbers through unharmed', async () => {
    const caseId = uuid();
    const tags = ['환불, 교환', 'say "hello"', '{curly}', 'NULL', '', 'back\\slash', "it's"];
    const attributes = { 연락: ['전화', null, { 'a,b': 1.5 }], text: 'line\nnext' };
    const runner = lab.runner();
    await runner.start();
    await lab.append('demo', `case-${caseId}`, newEvent('cases.CaseOpened.v1', { customerId: '가나', subject: '결제가 "안" 돼요 😀', tags, attributes }));
    await lab.append('demo', `case-${caseId}`, newEvent('cases.NoteAdded.v1', { text: 'x' }));
    await lab.caughtUp(runner);
    expect(await details()).toEqual([
      expect.objectContaining({ tenant: 'demo', case_id: caseId, customer_id: '가나', subject: '결제가 "안" 돼요 😀', tags, attributes }),
    ]);
    expect(await details()).toEqual([expect.objectContaining({ notes: 1, urgency: 3, resolved_at: null, last_position: '2' })]);
    expect(await lab.rows('SELECT opened_at::text AS at, words FROM cases.case_details_1')).toEqual([
      { at: '2026-03-01 09:00:00+00', words: '결제가 "안" 돼요 😀' },
    ]);
  });

  it('hand a fold the same row whether it comes from memory or from the table', async () => {
    const seen: (object | null)[] = [];
    const watching = { ...caseDetails, fold: (...args: Parameters<typeof caseDetails.fold>) => (seen.push(args[0]), caseDetails.fold(...args)) };
    const stream = `case-${uuid()}`;
    const opened = newEvent('cases.CaseOpened.v1', { customerId: 'c', subject: null, tags: ['a', 'b'], attributes: { n: [1] } });
    await lab.append('demo', stream, opened, newEvent('cases.NoteAdded.v1', { text: null }));
    const runner = lab.runner({ views: [watching] });
    await runner.start();
    await lab.caughtUp(runner);
    await lab.append('demo', stream, newEvent('cases.CaseResolved.v1', {}));
    await lab.caughtUp(runner);
    const [, fromMemory, fromTable] = seen;
    expect(fromTable).toEqual({ ...fromMemory, notes: 1, lastPosition: 2 });
    expect(Object.isFrozen(fromMemory)).toBe(true);
    expect(Object.isFrozen(fromTable)).toBe(true);
  });

  it('arrive at the same rows when the log is read a second time', async () => {
    for (let n = 0; n < 200; n += 1) {
      const stream = `case-${uuid()}`;
      await lab.append(n % 2 ? 'demo' : 'other', stream, newEvent('cases.CaseOpened.v1', { customerId: `c${n % 7}`, subject: `건 ${n}` }));
      if (n % 3 === 0) await lab.append(n % 2 ? 'demo' : 'other', stream, newEvent('cases.CaseWithdrawn.v1', {}));
    }
    const first = lab.runner();
    await first.start();
    await lab.caughtUp(first);
    await first.stop();
    const before = [await details(), await lab.rows('SELECT * FROM cases.customer_cases_1 ORDER BY 1, 2')];
    await lab.pool.query('TRUNCATE cases.case_details_1, cases.customer_cases_1; UPDATE cases.view_checkpoint SET position = 0');
    const second = lab.runner();
    await second.start();
    await lab.caughtUp(second);
    expect([await details(), await lab.rows('SELECT * FROM cases.customer_cases_1 ORDER BY 1, 2')]).toEqual(before);
    expect(before[0]).toHaveLength(133);
  });

  it('go on where they stopped, and never fold an event twice', async () => {
    const customer = { customerId: 'ada', subject: 'x' };
    for (let round = 0; round < 3; round += 1) {
      const runner = lab.runner();
      await runner.start();
      await lab.append('demo', `case-${uuid()}`, newEvent('cases.CaseOpened.v1', customer));
      await lab.caughtUp(runner);
      await runner.stop();
    }
    expect(await lab.rows('SELECT opened FROM cases.customer_cases_1')).toEqual([{ opened: 3 }]);
  });

  it('show a writer the own write within moments, and say so when they cannot', async () => {
    const runner = lab.runner();
    await runner.start();
    const position = await lab.append('demo', `case-${uuid()}`, newEvent('cases.CaseOpened.v1', { customerId: 'c', subject: 'x' }));
    expect(await runner.waitFor(position, 2000)).toBe(true);
    expect(await details()).toHaveLength(1);
    expect(await runner.waitFor(position + 1, 50)).toBe(false);
    expect(runner.reached()).toBe(position);
    expect(await runner.lag()).toBe(0);
  });

  it('move on past events that do not concern them', async () => {
    const runner = lab.runner();
    await runner.start();
    const foreign = await lab.append('demo', 'queue-1', newEvent('routing.QueueOpened.v1', {}));
    expect(await runner.waitFor(foreign, 2000)).toBe(true);
    const unoffered = await lab.append('demo', `case-${uuid()}`, newEvent('cases.CaseLabelled.v1', {}));
    expect(await runner.waitFor(unoffered, 2000)).toBe(true);
    expect(await lab.rows('SELECT DISTINCT position FROM cases.view_checkpoint')).toEqual([{ position: String(unoffered) }]);
    expect(await runner.parked()).toEqual([]);
  });

  it('keep tenants apart even where their streams and customers have the same names', async () => {
    const runner = lab.runner();
    await runner.start();
    const stream = `case-${uuid()}`;
    await lab.append('one', stream, newEvent('cases.CaseOpened.v1', { customerId: 'ada', subject: 'first' }));
    await lab.append('two', stream, newEvent('cases.CaseOpened.v1', { customerId: 'ada', subject: 'second' }));
    await lab.append('two', stream, newEvent('cases.CaseWithdrawn.v1', {}));
    await lab.caughtUp(runner);
    expect(await details()).toEqual([expect.objectContaining({ tenant: 'one', subject: 'first' })]);
    expect(await lab.rows('SELECT tenant, opened FROM cases.customer_cases_1 ORDER BY tenant')).toEqual([
      { tenant: 'one', opened: 1 },
      { tenant: 'two', opened: 1 },
    ]);
  });

  it('let a new view catch up without keeping the others from what happens now', async () => {
    for (let n = 0; n < 60; n += 1) {
      const many = Array.from({ length: 100 }, () => newEvent('cases.NoteAdded.v1', { text: 'x' }));
      await lab.append('demo', `case-${uuid()}`, newEvent('cases.CaseOpened.v1', { customerId: 'c', subject: 'x' }), ...many);
    }
    const veteran = lab.runner({ views: [customerCases] });
    await veteran.start();
    await lab.caughtUp(veteran);
    await veteran.stop();
    const newcomer = await lab.pool.connect();
    await newcomer.query('BEGIN; LOCK TABLE cases.case_details_1');
    const both = lab.runner();
    await both.start();
    const position = await lab.append('demo', `case-${uuid()}`, newEvent('cases.CaseOpened.v1', { customerId: 'c', subject: 'x' }));
    expect(await both.waitFor(position, 5000, 'customer-cases')).toBe(true);
    expect(await both.waitFor(1, 10, 'case-details')).toBe(false);
    await newcomer.query('COMMIT');
    newcomer.release();
    await lab.caughtUp(both);
    expect(await lab.rows('SELECT count(*)::int AS n FROM cases.case_details_1')).toEqual([{ n: 61 }]);
    expect(await lab.rows('SELECT opened FROM cases.customer_cases_1')).toEqual([{ opened: 61 }]);
  });

  it.each([
    ['a table that nobody made', 'DROP TABLE cases.case_details_1', /case-details: there is no table cases\.case_details_1/],
    ['a missing column', 'ALTER TABLE cases.case_details_1 DROP COLUMN tags', /case-details: .* has no column tags/],
    ['personal text that cannot be nulled', 'ALTER TABLE cases.case_details_1 ALTER subject SET NOT NULL', /subject cannot be null/],
    ['a checkpoint from another log', "INSERT INTO cases.view_checkpoint VALUES ('case-details', 900)", /position 900, but the log ends at 0/],
    ['rows that tenants would share', 'ALTER TABLE cases.customer_cases_1 DROP CONSTRAINT customer_cases_1_pkey', /primary key/],
  ])('refuse to start with %s', async (_, sql, message) => {
    await lab.pool.query(sql);
    await expect(lab.runner().start()).rejects.toThrow(message);
  });
});
