import type { RowReading } from './interpreter.js';

/** What the platform answers to one command, in the order of the commands. */
export type CommandResult = {
  readonly commandId: string;
  readonly row: number;
  readonly outcome: 'appended' | 'unchanged' | 'repeated' | 'refused';
  readonly refused?: string;
  readonly events?: number;
  readonly position?: number;
};

/** A row that was not taken, by line. */
export type RefusedRow = { readonly line: number; readonly number: string | null; readonly reason: string };

/** What became of some rows. `rows = changed + unchanged + refused.length`; `position` is that of the last event behind them, 0 for none. */
export type Account = {
  readonly rows: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly events: number;
  readonly position: number;
  readonly refused: readonly RefusedRow[];
};

export const NOTHING: Account = { rows: 0, changed: 0, unchanged: 0, events: 0, position: 0, refused: [] };

/** A row has changed something when one of its commands was appended now, and is refused when one was refused. */
export const accountOf = (rows: readonly RowReading[], results: readonly CommandResult[]): Account => {
  const refusals = new Map(results.flatMap(({ row, outcome, refused }) => (outcome === 'refused' ? [[row, refused ?? 'refused']] : [])));
  const appended = results.filter(({ outcome }) => outcome === 'appended');
  const changing = new Set(appended.map(({ row }) => row));
  const refused = rows.flatMap(({ line, number, refused: unreadable }) => {
    const reason = unreadable ?? refusals.get(line);
    return reason === undefined ? [] : [{ line, number, reason }];
  });
  const lost = new Set(refused.map(({ line }) => line));
  const changed = rows.filter(({ line }) => changing.has(line) && !lost.has(line)).length;
  return {
    rows: rows.length,
    changed,
    unchanged: rows.length - changed - refused.length,
    events: appended.reduce((sum, { events }) => sum + (events ?? 0), 0),
    position: Math.max(0, ...results.map(({ position }) => position ?? 0)),
    refused,
  };
};

export const together = (one: Account, other: Account): Account => ({
  rows: one.rows + other.rows,
  changed: one.changed + other.changed,
  unchanged: one.unchanged + other.unchanged,
  events: one.events + other.events,
  position: Math.max(one.position, other.position),
  refused: [...one.refused, ...other.refused],
});
