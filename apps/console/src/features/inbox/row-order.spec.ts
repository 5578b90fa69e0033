import type { Case } from '../../ui/api/types.js';
import { hearOf, NOTHING_NEW, shownRows, waitingBeside } from './row-order.js';

const row = (id: string, openedAt = '2026-03-02T09:00:00Z', more: Partial<Case> = {}): Case => ({ id, openedAt, revision: 1, state: 'new', ...more }) as Case;

const pages = [[row('c'), row('b')], [row('a')]];
const shown = { ids: new Set(['a', 'b', 'c']), until: null };
const ids = (of: ReturnType<typeof shownRows>) => of.map((each) => each.row.id);

describe('The rows of the inbox', () => {
  it('stay where they are when one of them changes', () => {
    const heard = hearOf(NOTHING_NEW, shown, [{ row: row('b', undefined, { revision: 2, state: 'on-hold' }), fits: true }]);
    const rows = shownRows(pages, heard);
    expect(ids(rows)).toEqual(['c', 'b', 'a']);
    expect(rows[1]?.row.state).toBe('on-hold');
  });

  it('stay, marked, when they no longer answer the filters, and are unmarked when they do again', () => {
    const left = hearOf(NOTHING_NEW, shown, [{ row: row('b', undefined, { revision: 2 }), fits: false }]);
    expect(shownRows(pages, left).map((each) => each.left)).toEqual([false, true, false]);
    const back = hearOf(left, shown, [{ row: row('b', undefined, { revision: 3 }), fits: true }]);
    expect(shownRows(pages, back).map((each) => each.left)).toEqual([false, false, false]);
  });

  it('are joined by nothing that was not asked for: arrivals wait, the newest first, each once', () => {
    const one = hearOf(NOTHING_NEW, shown, [{ row: row('x', '2026-03-02T10:00:00Z'), fits: true }]);
    const two = hearOf(one, shown, [
      { row: row('y', '2026-03-02T11:00:00Z'), fits: true },
      { row: row('x', '2026-03-02T10:00:00Z', { revision: 2 }), fits: true },
    ]);
    expect(ids(shownRows(pages, two))).toEqual(['c', 'b', 'a']);
    expect(two.waiting.map(({ id, revision }) => [id, revision])).toEqual([['y', 1], ['x', 2]]);
  });

  it('stop waiting when they no longer answer the filters', () => {
    const one = hearOf(NOTHING_NEW, shown, [{ row: row('x'), fits: true }]);
    expect(hearOf(one, shown, [{ row: row('x', undefined, { revision: 2 }), fits: false }]).waiting).toEqual([]);
  });

  it('are not joined by what lies further down, on pages that nobody has fetched yet', () => {
    const upTo = { ...shown, until: '2026-03-02T09:00:00Z' };
    const older = { row: row('older', '2026-03-01T09:00:00Z', { revision: 4 }), fits: true };
    expect(hearOf(NOTHING_NEW, upTo, [older]).waiting).toEqual([]);
    expect(hearOf(NOTHING_NEW, shown, [older]).waiting).toHaveLength(1);
  });

  it('no longer wait once a page has brought them', () => {
    const heard = hearOf(NOTHING_NEW, shown, [{ row: row('x'), fits: true }]);
    expect(waitingBeside(heard, new Set(['a', 'x']))).toEqual([]);
  });

  it('appear once, though two pages held them', () => expect(ids(shownRows([[row('b'), row('a')], [row('a')]], NOTHING_NEW))).toEqual(['b', 'a']));

  it('never go back to an older shape', () => {
    const newer = hearOf(NOTHING_NEW, shown, [{ row: row('b', undefined, { revision: 5, state: 'resolved' }), fits: true }]);
    const stale = hearOf(newer, shown, [{ row: row('b', undefined, { revision: 3, state: 'new' }), fits: true }]);
    expect(shownRows(pages, stale)[1]?.row.state).toBe('resolved');
  });
});
