import { DEAD, livenessOf, quiet, SLOW } from './liveness.js';

describe('Whether a process lives', () => {
  const loops = (milliseconds: number) => new Map([['the consumers of cases', { quietFor: () => 0 }], ['the relay of cases.case', { quietFor: () => milliseconds }]]);

  it('is so while each of its loops turns', () => expect(livenessOf(loops(DEAD)).stalled()).toEqual([]));

  it('is not so once one has been quiet for two minutes, and names it', () => expect(livenessOf(loops(DEAD + 1)).stalled()).toEqual(['the relay of cases.case']));

  it('is doubted before, so that others are asked first', () => expect([quiet(loops(SLOW), SLOW), quiet(loops(SLOW + 1), SLOW)]).toEqual([[], ['the relay of cases.case']]));
});
