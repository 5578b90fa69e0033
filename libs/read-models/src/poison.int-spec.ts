import { v7 as uuid } from 'uuid';
import { laboratory, newEvent, type Laboratory } from './testing/laboratory.js';
import { poison } from './testing/sample-cases.js';

const opened = (subject: string, more: object = {}) => newEvent('cases.CaseOpened.v1', { customerId: 'ada', subject, ...more });
const note = (text: string) => newEvent('cases.NoteAdded.v1', { text });

describe('An event that a view cannot take', () => {
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

  it('parks its stream at that place, for that view alone, and the neighbours go on', async () => {
    poison.add('모르는 글');
    const [bad, good] = [`case-${uuid()}`, `case-${uuid()}`];
    await lab.append('demo', bad, opened('bad'), note('fine'), note('모르는 글'), note('fine'));
    await lab.append('demo', good, opened('good'), note('fine'));
    const runner = await started();
    await lab.append('demo', bad, note('later'));
    await lab.append('demo', good, note('later'));
    await lab.caughtUp(runner);
    expect(await subjects()).toEqual(['bad 1', 'good 2']);
    expect(await runner.parked()).toEqual([
      expect.objectContaining({ view: 'case-details', tenant: 'demo', stream: bad, position: 3, reason: 'this note does not agree with the fold' }),
    ]);
    expect(await lab.rows('SELECT opened FROM cases.customer_cases_1')).toEqual([{ opened: 2 }]);
  });

  it('parks its stream when it comes from a version of the future', async () => {
    const stream = `case-${uuid()}`;
    await lab.append('demo', stream, opened('x'), newEvent('cases.NoteAdded.v9', { text: 'x' }));
    const runner = await started();
    expect(await runner.parked()).toMatchObject([
      { view: 'case-details', position: 2, reason: 'cases does not know cases.NoteAdded.v9' },
      { view: 'customer-cases', position: 2 },
    ]);
    expect(await subjects()).toEqual(['x 0']);
  });

  it('is found among a thousand others when the table refuses its values, without repeating them', async () => {
    const streams = Array.from({ length: 1000 }, () => `case-${uuid()}`);
    const values: Record<number, object> = { 77: { urgency: '홍길동' }, 500: { urgency: 11 }, 999: { tags: 'no list' } };
    for (const [n, stream] of streams.entries()) await lab.append('demo', stream, opened(`case ${n}`, values[n]));
    const runner = await started();
    const parked = await runner.parked();
    expect(parked.map(({ stream }) => streams.indexOf(stream)).sort()).toEqual([500, 77, 999]);
    expect(parked.map(({ reason }) => reason).sort()).toEqual([
      '22P02 invalid input syntax for type integer',
      '22P02 malformed array literal',
      expect.stringMatching(/^23514 new row for relation/),
    ]);
    expect(JSON.stringify(parked)).not.toContain('홍길동');
    expect(await subjects()).toHaveLength(997);
  });

  it('parks its stream when the fold answers with the row of another tenant', async () => {
    const { caseDetails } = await import('./testing/sample-cases.js');
    const astray = { ...caseDetails, fold: (...args: Parameters<typeof caseDetails.fold>) => ({ ...caseDetails.fold(...args)!, tenant: 'other' }) };
    await lab.append('demo', `case-${uuid()}`, opened('x'));
    const runner = lab.runner({ views: [astray] });
    await runner.start();
    await lab.caughtUp(runner);
    expect(await runner.parked()).toMatchObject([{ reason: 'case-details answered a row of another tenant or key' }]);
    expect(await subjects()).toEqual([]);
  });

  it('parks its stream when the fold changes the row it was given', async () => {
    const { caseDetails } = await import('./testing/sample-cases.js');
    const careless = {
      ...caseDetails,
      fold: (...[row, event]: Parameters<typeof caseDetails.fold>) => (row ? Object.assign(row, { notes: 9 }) : caseDetails.fold(row, event)),
    };
    await lab.append('demo', `case-${uuid()}`, opened('x'), note('y'));
    const runner = lab.runner({ views: [careless] });
    await runner.start();
    await lab.caughtUp(runner);
    expect(await runner.parked()).toMatchObject([{ position: 2, reason: expect.stringMatching(/read only/) }]);
  });

  it('is told to whoever asked to be told', async () => {
    const told: string[] = [];
    poison.add('bad');
    await lab.append('demo', 'case-not-a-uuid', opened('good'));
    await lab.append('demo', `case-${uuid()}`, opened('bad'));
    const runner = lab.runner({ onParked: (view, { reason }) => told.push(`${view}: ${reason}`) });
    await runner.start();
    await lab.caughtUp(runner);
    expect(told.sort()).toEqual([
      'case-details: 22P02 invalid input syntax for type uuid',
      'case-details: this text does not agree with the fold',
      'customer-cases: this text does not agree with the fold',
    ]);
  });
});
