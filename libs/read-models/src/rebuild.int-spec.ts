import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { laboratory, newEvent, type Laboratory } from './testing/laboratory.js';
import { poison } from './testing/sample-cases.js';

describe('Rebuild a view', () => {
  let lab: Laboratory;
  const streams: string[] = [];
  beforeEach(async () => {
    lab = await laboratory();
    streams.length = 0;
  });
  afterEach(async () => {
    poison.clear();
    await lab.close();
  });

  const open = async (subject = '환불', more: object = {}) => {
    streams.push(`case-${uuid()}`);
    await lab.append('demo', streams.at(-1)!, newEvent('cases.CaseOpened.v1', { customerId: `c${streams.length % 5}`, subject, ...more }));
  };
  const noteEach = async () => {
    for (const stream of streams) await lab.append('demo', stream, newEvent('cases.NoteAdded.v1', { text: 'x' }));
  };
  const details = () => lab.rows('SELECT * FROM cases.case_details_1 ORDER BY case_id');
  const running = async () => {
    const runner = lab.runner();
    await runner.start();
    await lab.caughtUp(runner);
    return runner;
  };

  it('arrives at the rows that are there already, and says so by their hashes', async () => {
    for (let n = 0; n < 50; n += 1) await open();
    await noteEach();
    const runner = await running();
    const [found] = await lab.rebuilt(runner, { views: ['case-details'], compareOnly: true });
    expect(found).toMatchObject({ state: 'done', position: 100, head: 100, equal: true, rows: 50, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  it('finds a row that somebody tampered with, and mends it', async () => {
    for (let n = 0; n < 5; n += 1) await open();
    const runner = await running();
    const before = await details();
    await lab.pool.query("UPDATE cases.case_details_1 SET notes = 7 WHERE customer_id = 'c1'");
    expect(await lab.rebuilt(runner, { views: ['case-details'], compareOnly: true })).toMatchObject([{ equal: false }]);
    expect(await details()).not.toEqual(before);
    expect(await lab.rebuilt(runner, { views: ['case-details'] })).toMatchObject([{ equal: false }]);
    expect(await details()).toEqual(before);
    expect(await lab.rebuilt(runner, { views: ['case-details'] })).toMatchObject([{ equal: true }]);
  });

  it('neither loses nor doubles what is written meanwhile', async () => {
    for (let n = 0; n < 100; n += 1) await open();
    const runner = await running();
    let done = false;
    const writing = (async () => {
      while (!done) {
        await sleep(1);
        await open();
        await lab.append('demo', streams[0]!, newEvent('cases.NoteAdded.v1', { text: 'x' }));
      }
    })();
    try {
      for (let round = 0; round < 5; round += 1) {
        expect(await lab.rebuilt(runner)).toMatchObject([{ state: 'done', equal: true }, { state: 'done', equal: true }]);
      }
    } finally {
      done = true;
      await writing;
    }
    await lab.caughtUp(runner);
    expect(await lab.rows('SELECT count(*)::int AS n, sum(notes)::int AS notes FROM cases.case_details_1')).toEqual([{ n: streams.length, notes: streams.length - 100 }]);
    expect(await lab.rows('SELECT sum(opened)::int AS n FROM cases.customer_cases_1')).toEqual([{ n: streams.length }]);
    expect(await lab.rebuilt(runner, { compareOnly: true })).toMatchObject([{ equal: true }, { equal: true }]);
  });

  it('takes up parked streams that can be folded now, and parks those that cannot', async () => {
    poison.add('bad');
    await open('bad');
    await open('good');
    const runner = await running();
    poison.clear();
    poison.add('good');
    await lab.rebuilt(runner, { views: ['case-details'] });
    expect((await details()).map(({ subject }) => subject)).toEqual(['bad']);
    expect((await runner.parked()).filter(({ view }) => view === 'case-details')).toMatchObject([{ stream: streams[1] }]);
  });

  it('parks streams whose values the table refuses, and keeps the rest', async () => {
    for (let n = 0; n < 20; n += 1) await open(`case ${n}`, n === 13 ? { urgency: 'high' } : {});
    const runner = await running();
    expect(await lab.rebuilt(runner)).toMatchObject([{ state: 'done', equal: true }, { state: 'done', equal: true }]);
    expect(await runner.parked()).toMatchObject([{ view: 'case-details', stream: streams[13], position: 14 }]);
    expect(await details()).toHaveLength(19);
    expect(await lab.rebuilt(runner, { compareOnly: true })).toMatchObject([{ equal: true }, { equal: true }]);
  });
});
