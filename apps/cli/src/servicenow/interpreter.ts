import type { CaseCommand } from './acts.js';
import type { Layout } from './columns.js';
import { explainRow } from './explain-row.js';
import type { Incident } from './incident.js';
import type { ReadTime } from './local-time.js';
import { readRow } from './read-row.js';
import { remarksOn } from './remarks.js';

/** What a row of the file comes to: commands (none when it says nothing new), or a refusal that names the column. */
export type RowReading = {
  readonly line: number;
  readonly number: string | null;
  readonly commands: readonly CaseCommand[];
  readonly remarks: readonly string[];
  readonly refused?: string;
};

export type Interpret = (cells: readonly string[], line: number) => RowReading;

type Memory = { readonly rows: number; readonly incident?: Incident };

/** Reads rows in the order of their file. What they said of an incident is remembered, wherever its next row stands. */
export const interpreter = (layout: Layout, readTime: ReadTime): Interpret => {
  const incidents = new Map<string, Memory>();
  return (cells, line) => {
    const row = readRow(cells, line, layout, readTime);
    const { rows, incident } = (row.number === null ? undefined : incidents.get(row.number)) ?? { rows: 0, incident: undefined };
    const remember = (number: string, now: Incident | undefined) => incidents.set(number, { rows: rows + 1, ...(now && { incident: now }) });
    if ('reason' in row) {
      if (row.number !== null) remember(row.number, incident);
      return { line, number: row.number, commands: [], remarks: [], refused: `${row.column} ${row.reason}` };
    }
    const { acts, known } = explainRow(row, incident);
    remember(row.number, known);
    const commands = acts.map((act) => ({ ...act, case: row.number, commandId: commandId(row.number, rows + 1, act.type), row: line }));
    return { line, number: row.number, commands, remarks: remarksOn(row, known) };
  };
};

/** Counts the incident's rows, unreadable ones too, so that a row mended later leaves the ids of the others alone. */
const commandId = (number: string, nth: number, type: string): string => `servicenow:${number}:${nth}:${type}`;
