import { millis, type LogRow } from './log-rows.js';
import { reckon } from './reckoning.js';

/** A place where the log says two things, and what the import makes of it is one of them. */
export type Contradiction = { readonly kind: string; readonly number: string; readonly says: string };

const times = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');

/** Everything in one incident's rows that does not fit together. */
export const contradictionsIn = (rows: readonly LogRow[]): readonly Contradiction[] => {
  const found: Contradiction[] = [];
  const [first, last] = [rows[0], rows.at(-1)] as [LogRow, LogRow];
  const number = first.number as string;
  const say = (kind: string, says: string) => found.push({ kind, number, says });
  const { transferCount, reopenCount, resolvedAt, closedAt } = reckon(rows);
  const opened = millis(first.opened_at as string);

  if (Number(last.reassignment_count) !== transferCount) say('reassignment_count', `${last.reassignment_count} in its last row, ${transferCount} changes of group from row to row`);
  if (Number(last.reopen_count) !== reopenCount) say('reopen_count', `${last.reopen_count} in its last row, ${reopenCount} reopenings`);
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const at = millis(row.sys_updated_at as string);
    if (at < opened) say('updated before it was opened', `row ${index + 1} at ${times(at)}, opened ${times(opened)}`);
    if (before && at < millis(before.sys_updated_at as string)) say('updated before the row above', `row ${index + 1} at ${times(at)}`);
    if (before && Number(row.sys_mod_count) <= Number(before.sys_mod_count)) say('sys_mod_count does not rise', `${before.sys_mod_count}, then ${row.sys_mod_count} in row ${index + 1}`);
    if (Number(row.priority) !== priority(row)) say('priority', `${row.priority} of impact ${row.impact} and urgency ${row.urgency} in row ${index + 1}`);
    if ((row.active === 'false') !== (row.incident_state === 'Closed')) say('active', `${row.active} while ${row.incident_state} in row ${index + 1}`);
    if (before?.made_sla === 'false' && row.made_sla === 'true') say('made_sla is true again', `row ${index + 1}`);
    if (before && Number(row.reassignment_count) < Number(before.reassignment_count)) say('reassignment_count falls', `row ${index + 1}`);
    if (row.incident_state === '-100') say('state of -100', `row ${index + 1} of ${rows.length}`);
  });
  if (first.sys_created_at !== '?' && millis(first.sys_created_at as string) < opened) say('created before it was opened', `created ${times(millis(first.sys_created_at as string))}, opened ${times(opened)}`);
  if (resolvedAt !== null && last.resolved_at !== '?' && millis(last.resolved_at as string) !== Date.parse(resolvedAt)) {
    say('resolved_at', `${times(millis(last.resolved_at as string))} in the column, ${resolvedAt.slice(0, 16).replace('T', ' ')} by its rows`);
  }
  if (closedAt !== null && millis(last.closed_at as string) !== Date.parse(closedAt)) {
    say('closed_at', `${times(millis(last.closed_at as string))} in the column, ${closedAt.slice(0, 16).replace('T', ' ')} by its rows`);
  }
  const over = rows.findIndex((row) => row.incident_state === 'Closed');
  if (over >= 0 && !rows.slice(0, over).some((row) => row.incident_state === 'Resolved')) say('closed without a Resolved row', `row ${over + 1}`);
  const resolving = rows.filter((row, index) => row.incident_state === 'Resolved' && rows[index - 1]?.incident_state !== 'Resolved');
  if (resolving.some((row) => row.resolved_by !== '?' && row.resolved_by === row.sys_updated_by)) say('resolved_by is sys_updated_by', 'ids of two columns are the same');
  return found;
};

const priority = (row: LogRow): number => Math.min(4, Number(row.impact) + Number(row.urgency) - 1);
