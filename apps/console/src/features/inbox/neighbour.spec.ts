import { neighbour } from './neighbour.js';

describe('The row beside another', () => {
  const ids = ['a', 'b', 'c'];

  it('is the next or the one before', () => expect([neighbour(ids, 'b', 1), neighbour(ids, 'b', -1)]).toEqual(['c', 'a']));
  it('is itself at the ends', () => expect([neighbour(ids, 'c', 1), neighbour(ids, 'a', -1)]).toEqual(['c', 'a']));
  it('is the first when nobody is anywhere yet, or the row is gone', () => expect([neighbour(ids, undefined, 1), neighbour(ids, 'x', -1)]).toEqual(['a', 'a']));
  it('is nobody in an empty list', () => expect(neighbour([], 'a', 1)).toBeNull());
});
