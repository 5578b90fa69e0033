import { turned } from './turned.js';

describe('A cell of the matrix', () => {
  const matrix = [[1, 2, 3], [2, 3, 4], [3, 4, 4]] as const;

  it('goes round the four priorities, and touches no other', () => {
    expect(turned(matrix, 1, 3)).toEqual([[1, 2, 4], [2, 3, 4], [3, 4, 4]]);
    expect(turned(matrix, 3, 3)).toEqual([[1, 2, 3], [2, 3, 4], [3, 4, 1]]);
  });

  it('leaves the version it came from as it was', () => {
    turned(matrix, 1, 1);
    expect(matrix[0][0]).toBe(1);
  });
});
