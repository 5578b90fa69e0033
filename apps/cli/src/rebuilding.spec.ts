import { isRight, isScratched, rebuiltJson, rebuiltText, runningText, scratchedText, type Rebuild } from './rebuilding.js';

const running: Rebuild = { view: 'case-details', state: 'running', position: 1000, head: 4000, eventsPerSecond: 900 };
const done: Rebuild = { ...running, state: 'done', position: 4000, equal: true, rows: 7, hash: 'abc' };
const failed: Rebuild = { ...running, state: 'failed', reason: 'disk full' };

describe('A rebuilt view', () => {
  it('is right when the one that served was equal to it', () => expect([done, { ...done, equal: false }, failed, running].map(isRight)).toEqual([true, false, false, false]));

  it.each([
    [done, '✓ case-details  is what it was  abc'],
    [{ ...done, equal: false }, '✗ case-details  was not what the log says, and is now  abc'],
    [failed, '✗ case-details  could not be rebuilt: disk full'],
    [{ ...running, state: 'paused' as const }, '… case-details  is paused at 1,000 of 4,000 events'],
  ])('is said in one line', (one, text) => expect(rebuiltText(one)).toBe(text));

  it('is one object for programs', () =>
    expect([done, failed].map(rebuiltJson)).toEqual([{ view: 'case-details', equal: true, hash: 'abc', rows: 7 }, { view: 'case-details', failed: 'disk full' }]));

  it('shows on the way how far the slowest is, and how long it will take', () => {
    const other = { ...running, view: 'staff', position: 4000 };
    expect(runningText([running, other], 0)).toBe('case-details, staff  1,000 of 4,000 events  900/s  4 s left');
    expect(runningText([running, other], 120)).toMatch(/^█{10}░{30} case-details/);
    expect(runningText([running, other, other, other], 0)).toMatch(/^4 views {2}/);
  });
});

describe('What a part of the log makes of a view', () => {
  it('is told from a step on the way to it', () => expect([{ service: 'cases', position: 5, head: 9 }, { service: 'cases', failed: 'x' }].map(isScratched)).toEqual([false, true]));

  it.each([
    [{ view: 'case-details', rows: 1200, hash: 'abc', parked: 0 }, 'case-details  1,200 rows  abc'],
    [{ view: 'case-details', rows: 1, hash: 'abc', parked: 2 }, 'case-details  1 rows  abc  (2 streams could not be folded)'],
    [{ service: 'cases', failed: 'disk full' }, '✗ the views of cases  could not be folded: disk full'],
  ])('is said in one line', (line, text) => expect(scratchedText(line)).toBe(text));
});
