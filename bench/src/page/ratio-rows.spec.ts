import { BENCHES } from '../benches/index.js';
import { keptRuns, type Result } from '../results.js';
import { isKept, losses, ratioRows } from './ratio-rows.js';

const result = (bench: string, ratios: Result['ratios']): Result => ({
  bench,
  machine: { cores: 2, load: 0.1, loadAfter: 0.2 },
  rounds: 3,
  events: 100,
  ratios,
  absolute: {},
  counters: { lost: 0, doubled: 0, outOfOrder: 0, wrongAccepts: 0, drift: 0 },
  notes: [],
  ok: true,
});
const rows = ratioRows([result('bulk-import', { vsLimit: 0.7 }), result('read-all', { vsLimit: 0.5, vsEmmett: 8, vsLimitDecoded: null })]);

describe('What the page says of a run', () => {
  it('is kept where a ratio reaches what it must, and where nothing is asked', () => {
    expect(rows.map((row) => [row.bench, row.ratio, isKept(row)])).toEqual([
      ['bulk-import', 'vsLimit', true],
      ['read-all', 'vsLimit', false],
      ['read-all', 'vsEmmett', true],
      ['read-all', 'vsLimitDecoded', false],
    ]);
  });

  it('names where others are faster, the slowest first', () => {
    expect(losses(rows).map(({ bench, value }) => [bench, value])).toEqual([['read-all', 0.5], ['bulk-import', 0.7]]);
  });

  it('says of every target that is not reached what holds it back, and what might be done next', () => {
    const missed = ratioRows(keptRuns(BENCHES.map(({ name }) => name))).filter((row) => !isKept(row));
    expect(missed.filter(({ target }) => !target?.heldBack?.includes('Next: ')).map(({ bench, ratio }) => `${bench} ${ratio}`)).toEqual([]);
  });
});
