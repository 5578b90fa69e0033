import { accountOf, NOTHING, together, type CommandResult } from './account.js';
import type { RowReading } from './interpreter.js';

const row = (line: number, refused?: string): RowReading => ({ line, number: '0000045', commands: [], remarks: [], ...(refused && { refused }) });
const result = (line: number, outcome: CommandResult['outcome'], more: Partial<CommandResult> = {}): CommandResult => ({ commandId: `${line}`, row: line, outcome, ...more });

describe('The account of an import', () => {
  it('counts a row as changed when one of its commands was appended now', () =>
    expect(
      accountOf([row(2), row(3)], [result(2, 'appended', { events: 1, position: 8 }), result(2, 'unchanged'), result(3, 'appended', { events: 2, position: 10 })]),
    ).toEqual({ rows: 2, changed: 2, unchanged: 0, events: 3, position: 10, refused: [] }));

  it('counts a row as unchanged that says nothing new or that an earlier run has taken', () =>
    expect(accountOf([row(2), row(3)], [result(3, 'repeated', { events: 2, position: 4 })])).toEqual({ ...NOTHING, rows: 2, unchanged: 2, position: 4 }));

  it('lists rows that cannot be read and rows that the platform refuses, by line and reason', () =>
    expect(accountOf([row(2, 'impact "9" is not 1, 2 or 3'), row(3)], [result(3, 'refused', { refused: 'staff-unknown' })])).toEqual({
      ...NOTHING,
      rows: 2,
      refused: [
        { line: 2, number: '0000045', reason: 'impact "9" is not 1, 2 or 3' },
        { line: 3, number: '0000045', reason: 'staff-unknown' },
      ],
    }));

  it('adds up over the parts of a file, and stands at the last position of all', () => {
    const one = accountOf([row(2)], [result(2, 'appended', { events: 1, position: 9 })]);
    const other = accountOf([row(3), row(4, 'number is missing')], [result(3, 'appended', { events: 1, position: 7 })]);
    expect(together(one, other)).toMatchObject({ rows: 3, changed: 2, unchanged: 0, events: 2, position: 9, refused: [{ line: 4 }] });
  });
});
