import { COLUMNS, layoutOf, type Column, type Layout } from './columns.js';
import { exampleCells } from './example-row.js';
import { interpreter } from './interpreter.js';
import { wallClockIn } from './local-time.js';

const interpret = (...rows: readonly Partial<Record<Column, string>>[]) => {
  const read = interpreter(layoutOf(COLUMNS) as Layout, wallClockIn('UTC'));
  return rows.map((row, index) => read(exampleCells(row), index + 2));
};
const types = (reading: { commands: readonly { type: string }[] } | undefined) => reading?.commands.map(({ type }) => type);

describe('Reading a log row by row', () => {
  it('makes commands that name their case, their line, and an id that is the same in every run', () =>
    expect(interpret({}, { assignment_group: '24' })[1]?.commands).toEqual([
      {
        type: 'TransferCase',
        case: '0000045',
        commandId: 'servicenow:0000045:2:TransferCase',
        row: 3,
        at: '2016-02-29T01:23:00.000Z',
        actor: '21',
        data: { group: '24' },
      },
    ]));

  it('continues an incident whose rows do not stand together', () => {
    const readings = interpret({}, { number: '0000047' }, { assignment_group: '24' });
    expect(readings.map(types)).toEqual([['OpenCase'], ['OpenCase'], ['TransferCase']]);
    expect(readings[2]?.commands[0]?.commandId).toBe('servicenow:0000045:2:TransferCase');
  });

  it('goes on after a row that cannot be read, and leaves it its place', () => {
    const readings = interpret({}, { sys_updated_at: 'soon', assignment_group: '25' }, { assignment_group: '24' });
    expect(readings[1]).toEqual({
      line: 3,
      number: '0000045',
      commands: [],
      remarks: [],
      refused: 'sys_updated_at "soon" is not a date such as 29/2/2016 01:16',
    });
    expect(readings[2]?.commands[0]?.commandId).toBe('servicenow:0000045:3:TransferCase');
  });

  it('opens an incident with its second row when the first cannot be read', () =>
    expect(interpret({ impact: '7' }, {}).map(types)).toEqual([[], ['OpenCase']]));

  it('remarks on a priority that impact and urgency do not make', () =>
    expect(interpret({ priority: '1' })[0]?.remarks).toEqual(['priority is 1, where impact 2 and urgency 2 make 3']));

  it('remarks on a case that would be new again', () =>
    expect(interpret({ incident_state: 'Active' }, { incident_state: 'New' })[1]?.remarks).toEqual(['state is New again: the case stays in progress']));
});
