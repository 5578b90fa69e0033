import { COLUMNS, layoutOf, type Layout } from './columns.js';
import { exampleCells } from './example-row.js';
import { wallClockIn } from './local-time.js';
import { readRow } from './read-row.js';

const layout = layoutOf(COLUMNS) as Layout;
const read = (cells: readonly string[]) => readRow(cells, 7, layout, wallClockIn('UTC'));

describe('A row of the log', () => {
  it('is read with its own times and ids, `?` being unknown', () =>
    expect(read(exampleCells({ caller_id: '?', assigned_to: '89' }))).toMatchObject({
      line: 7,
      number: '0000045',
      situation: 'new',
      openedAt: '2016-02-29T01:16:00.000Z',
      updatedAt: '2016-02-29T01:23:00.000Z',
      caller: null,
      assignee: '89',
      impact: 2,
    }));

  it('keeps as attributes what it knows of them, yes and no as such', () =>
    expect(read(exampleCells({ cmdb_ci: 'cmdb_ci 31', rfc: '0000404' }))).toMatchObject({
      attributes: {
        contactType: 'Phone',
        location: '143',
        configurationItem: 'cmdb_ci 31',
        notify: 'Do Not Notify',
        change: '0000404',
        knowledge: true,
        priorityConfirmed: false,
        madeSla: true,
      },
    }));

  it.each([
    ['incident_state', 'Half open', '"Half open" is not a state of an incident'],
    ['incident_state', '?', 'is missing'],
    ['number', '', 'is missing'],
    ['opened_at', '30/2/2016 01:16', '"30/2/2016 01:16" is not a date such as 29/2/2016 01:16'],
    ['sys_updated_at', '?', 'is missing'],
    ['impact', '9', '"9" is not 1, 2 or 3'],
    ['urgency', 'high', '"high" is not 1, 2 or 3'],
    ['priority', '0', '"0" is not 1, 2, 3 or 4'],
    ['made_sla', 'perhaps', '"perhaps" is not true or false'],
    ['location', 'x'.repeat(81), 'is longer than 80 characters'],
    ['vendor', 'a\u0000b', 'holds a NUL character'],
    ['category', 'a\uFFFDb', 'is not text in UTF-8'],
    ['number', '\uFFFD', 'is not text in UTF-8'],
  ] as const)('cannot be read when %s is "%s"', (column, text, reason) =>
    expect(read(exampleCells({ [column]: text }))).toMatchObject({ line: 7, column, reason }),
  );

  it('cannot be read when cells are missing or too many', () => {
    expect(read(exampleCells().slice(0, -1))).toMatchObject({ column: '(line)', reason: 'has 26 cells where the header has 27' });
    expect(read([...exampleCells(), ''])).toMatchObject({ column: '(line)', reason: 'has 28 cells where the header has 27' });
  });
});
