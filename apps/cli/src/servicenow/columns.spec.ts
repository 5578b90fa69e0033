import { COLUMNS, layoutOf } from './columns.js';

describe('The header of an incident log', () => {
  it('tells where each column stands, in any order and among others', () => {
    const layout = layoutOf(['active', ...[...COLUMNS].reverse()]);
    expect(layout).toMatchObject({ width: COLUMNS.length + 1, at: { closed_code: 1, number: COLUMNS.length } });
  });

  it('is told apart from another file by the columns that it lacks', () => {
    expect(layoutOf(COLUMNS.filter((column) => column !== 'number' && column !== 'impact'))).toEqual({ missing: ['number', 'impact'] });
  });
});
