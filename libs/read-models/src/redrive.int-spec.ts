import { v7 as uuid } from 'uuid';
import { laboratory, newEvent, type Laboratory } from './testing/laboratory.js';
import { poison } from './testing/sample-cases.js';

const opened = (subject: string, more: object = {}) => newEvent('cases.CaseOpened.v1', { customerId: 'ada', subject, ...more });
const note = (text: string) => newEvent('cases.NoteAdded.v1', { text });

describe('Fold a parked stream again', () => {
  let lab: Laboratory;
  beforeEach(async () => {
    lab = await laboratory();
  });
  afterEach(async () => {
    poison.clear();
    await lab.close();
  });

  const subjects = async () => (await lab.rows('SELECT subject, notes FROM cases.case_details_1 ORDER BY subject')).map(({ subject, notes }) => `${String(subject)} ${String(notes)}`);
  const started = async () => {
    const runner = lab.runner();
    await runner.start();
    await lab.caughtUp(runner);
    return runner;
  };

  it('lets its stream be folded again from the first event', async () => {
    poison.add('bad');
    const stream = `case-${uuid()}`;
    await lab.append('demo', stream, opened('mended'), note('one'), note('bad'), note('three'));
    const runner = await started();
    expect(await subjects()).toEqual(['mended 1']);
    poison.clear();
    expect(await runner.redrive('case-details', 'demo', stream)).toBeNull();
    expect(await runner.parked()).toEqual([]);
    expect(await subjects()).toEqual(['mended 3']);
    await lab.append('demo', stream, note('four'));
    await lab.caughtUp(runner);
    expect(await subjects()).toEqual(['mended 4']);
  });

  it('counts once in rows in which other streams have a part', async () => {
    poison.add('bad');
    const stream = `case-${uuid()}`;
    await lab.append('demo', `case-${uuid()}`, opened('first'));
    await lab.append('demo', stream, opened('bad'));
    await lab.append('demo', `case-${uuid()}`, opened('third'));
    await lab.append('other', `case-${uuid()}`, opened('elsewhere'));
    const runner = await started();
    expect(await lab.rows('SELECT tenant, opened FROM cases.customer_cases_1 ORDER BY 1')).toEqual([{ tenant: 'demo', opened: 2 }, { tenant: 'other', opened: 1 }]);
    poison.clear();
    expect(await runner.redrive('customer-cases', 'demo', stream)).toBeNull();
    expect(await lab.rows('SELECT tenant, opened FROM cases.customer_cases_1 ORDER BY 1')).toEqual([{ tenant: 'demo', opened: 3 }, { tenant: 'other', opened: 1 }]);
    expect(await runner.parked()).toMatchObject([{ view: 'case-details', stream }]);
  });

  it('parks its stream again, with the new reason, where it was not mended', async () => {
    poison.add('bad');
    const stream = `case-${uuid()}`;
    await lab.append('demo', stream, opened('good'), note('bad'), note('worse'));
    const runner = await started();
    poison.clear();
    poison.add('worse');
    expect(await runner.redrive('case-details', 'demo', stream)).toMatchObject({ position: 3, reason: 'this note does not agree with the fold' });
    expect(await runner.parked()).toMatchObject([{ stream, position: 3 }]);
    expect(await subjects()).toEqual(['good 1']);
  });

  it('says so when its stream was not parked at all', async () => {
    const runner = await started();
    await expect(runner.redrive('case-details', 'demo', 'case-1')).rejects.toThrow('case-1 is not parked by case-details');
  });
});
