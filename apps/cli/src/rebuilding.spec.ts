import { isRebuilt, isRight, rebuiltText } from './rebuilding.js';

const rebuilt = { view: 'case-details', equal: true, hash: 'abc' };

describe('A rebuilt view', () => {
  it('is told from a step on the way to it', () => {
    expect(isRebuilt({ view: 'case-details', position: 5, head: 9 })).toBe(false);
    expect(isRebuilt(rebuilt)).toBe(true);
  });

  it('is right when the one that served was equal to it', () => {
    expect(isRight(rebuilt)).toBe(true);
    expect(isRight({ ...rebuilt, equal: false })).toBe(false);
    expect(isRight({ view: 'case-details', failed: 'disk full' })).toBe(false);
  });

  it.each([
    [rebuilt, '✓ case-details  is what it was  abc'],
    [{ ...rebuilt, equal: false }, '✗ case-details  was not what the log says, and is now  abc'],
    [{ view: 'case-details', failed: 'disk full' }, '✗ case-details  could not be rebuilt: disk full'],
  ])('is said in one line', (one, text) => expect(rebuiltText(one)).toBe(text));
});
