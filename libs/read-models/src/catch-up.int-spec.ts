import type { NewEvent } from '@onmaru/event-sourcing';
import { v7 as uuid } from 'uuid';
import { readModelTables } from './bookkeeping.js';
import { laboratory, newEvent, type Laboratory } from './testing/laboratory.js';
import { drift } from './testing/pure-rows.js';
import { caseDetails, customerCases, poison } from './testing/sample-cases.js';

describe('A view that is far behind', () => {
  let lab: Laboratory;
  beforeEach(async () => {
    lab = await laboratory();
  });
  afterEach(async () => {
    poison.clear();
    await lab.close();
  });

  const opened = (n: number, more: object = {}) => newEvent('cases.CaseOpened.v1', { customerId: `c${n % 7}`, subject: `건 ${n}`, ...more });
  const notes = Array.from({ length: 99 }, () => newEvent('cases.NoteAdded.v1', { text: 'x' }));
  /** `cases` cases of a hundred events each; one of them may be another. */
  const history = async (cases: number, odd?: { readonly at: number; readonly event: NewEvent }): Promise<readonly string[]> => {
    const streams = Array.from({ length: cases }, () => `case-${uuid()}`);
    for (const [n, stream] of streams.entries()) await lab.append('demo', stream, opened(n), ...notes.slice(1), odd?.at === n ? odd.event : notes[0]!);
    return streams;
  };
  const found = async () => [...(await drift(lab, caseDetails)), ...(await drift(lab, customerCases))];

  it('arrives at the rows that the log makes, and follows from there', async () => {
    await history(130);
    const runner = lab.runner();
    await runner.start();
    await lab.caughtUp(runner);
    await lab.append('demo', `case-${uuid()}`, opened(1));
    await lab.caughtUp(runner);
    expect(await found()).toEqual([]);
  });

  it('arrives there in tables that an older program made', async () => {
    await lab.pool.query('ALTER TABLE cases.view_checkpoint DROP COLUMN epoch');
    await lab.pool.query(readModelTables('cases'));
    await history(60);
    const runner = lab.runner();
    await runner.start();
    await lab.caughtUp(runner);
    expect(await found()).toEqual([]);
  });

  it('goes on where it was stopped on the way', async () => {
    await history(130);
    for (const share of [2000, 6000, 13_000]) {
      const runner = lab.runner();
      await runner.start();
      await runner.waitFor(share, 10_000);
      await runner.stop();
    }
    const last = lab.runner();
    await last.start();
    await lab.caughtUp(last);
    expect(await found()).toEqual([]);
  });

  it('is taken there by two runners at once, each event counted once', async () => {
    await history(130);
    const both = [lab.runner(), lab.runner()];
    await Promise.all(both.map((one) => one.start()));
    await Promise.all(both.map((one) => lab.caughtUp(one)));
    expect(await found()).toEqual([]);
  });

  it('parks a stream whose values the table refuses, and takes the others on', async () => {
    const streams = await history(130, { at: 77, event: opened(0, { urgency: 'high' }) });
    const told: string[] = [];
    const runner = lab.runner({ onParked: (view, { stream }) => told.push(`${view} ${stream}`) });
    await runner.start();
    await lab.caughtUp(runner);
    expect(await runner.parked()).toMatchObject([{ view: 'case-details', stream: streams[77], position: 7800 }]);
    expect(told).toEqual([`case-details ${streams[77]}`]);
    expect(await lab.rows('SELECT notes, count(*)::int AS n FROM cases.case_details_1 GROUP BY 1 ORDER BY 1')).toEqual([{ notes: 98, n: 1 }, { notes: 99, n: 129 }]);
    expect(await drift(lab, customerCases)).toEqual([]);
  });

  it('does not wait for another whose table is gone', async () => {
    await history(60);
    const runner = lab.runner();
    await lab.pool.query('ALTER TABLE cases.case_details_1 RENAME TO elsewhere; CREATE TABLE cases.case_details_1 (LIKE cases.elsewhere INCLUDING ALL)');
    await runner.start();
    await lab.pool.query('DROP TABLE cases.case_details_1');
    expect(await runner.waitFor(6000, 5000, 'customer-cases')).toBe(true);
    await lab.pool.query('ALTER TABLE cases.elsewhere RENAME TO case_details_1');
    await lab.caughtUp(runner);
    expect(await found()).toEqual([]);
  });
});
