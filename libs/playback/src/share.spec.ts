import { shareDone } from './share.js';

describe('How far something is', () => {
  it('is its share of the way', () => expect([shareDone(0, 100, 25), shareDone(100, 200, 150)]).toEqual([0.25, 0.5]));
  it('is never less than nothing nor more than all', () => expect([shareDone(100, 200, 50), shareDone(100, 200, 250)]).toEqual([0, 1]));
  it('is all where there is no way to go', () => expect(shareDone(7, 7, 0)).toBe(1));
});
