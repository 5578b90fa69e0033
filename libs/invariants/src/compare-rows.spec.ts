import { rowComparison } from './compare-rows.js';
import type { Row } from './erasure-book.js';
import { findings } from './findings.js';

const shape = { view: 'case-details', columns: ['tenant', 'id', 'state', 'tags', 'attributes'], key: ['id'] };
const row = (id: string, more: Row = {}): Row => ({ tenant: 'demo', id, state: 'new', tags: ['a'], attributes: { a: 1, b: { c: 2, d: null } }, ...more });

const compared = (expected: readonly Row[], actual: readonly Row[]) => {
  const found = findings('I3');
  const comparison = rowComparison(shape, expected, found);
  actual.forEach(comparison.take);
  return { ...comparison.end(), ...found.check() };
};

describe('I3: the rows of a view', () => {
  it('pass when they are what the log makes of them, whatever the order of rows and of members', () => {
    const actual = [row('2'), row('1', { attributes: { b: { d: null, c: 2 }, a: 1 } })];
    expect(compared([row('1'), row('2')], actual)).toEqual({ id: 'I3', ok: true, checked: 2, breaches: [], strays: [] });
  });

  it('fail at a changed row, naming its columns and not what they hold', () => {
    expect(compared([row('1')], [row('1', { state: 'closed', attributes: { a: 2 } })]).breaches).toEqual([
      { what: 'row-differs', view: 'case-details', tenant: 'demo', key: ['1'], columns: ['state', 'attributes'] },
    ]);
  });

  it.each([[{ state: null }], [{ tags: ['a', 'b'] }], [{ tags: 'a' }], [{ attributes: { a: '1', b: { c: 2, d: null } } }]])('fail at the difference %j', (more) => {
    expect(compared([row('1')], [row('1', more)]).ok).toBe(false);
  });

  it('fail at a row that is missing, and at one too many', () => {
    expect(compared([row('1')], []).breaches).toEqual([{ what: 'row-missing', view: 'case-details', tenant: 'demo', key: ['1'] }]);
    expect(compared([], [row('1')]).breaches).toEqual([{ what: 'row-too-many', view: 'case-details', tenant: 'demo', key: ['1'] }]);
  });

  it('tell a row that was moved or copied into another tenant from one that nobody knows', () => {
    const stray = { view: 'case-details', tenant: 'other', key: ['1'] };
    expect(compared([row('1')], [row('1', { tenant: 'other' })]).strays).toEqual([stray]);
    expect(compared([row('1')], [row('1'), row('1', { tenant: 'other' })]).strays).toEqual([stray]);
    expect(compared([row('1')], [row('1'), row('9', { tenant: 'other' })]).strays).toEqual([]);
    expect(compared([row('1'), row('1', { tenant: 'other' })], [row('1'), row('1', { tenant: 'other' })]).strays).toEqual([]);
  });
});
