import { millis, type LogRow } from './log-rows.js';

/** What must be true of a case in the end, told from the rows of its incident alone. */
export type Reckoned = {
  readonly externalId: string;
  readonly state: string;
  readonly holdReason: string | null;
  readonly queue: string | null;
  readonly assignee: string | null;
  readonly impact: number;
  readonly urgency: number;
  readonly priority: number;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly channel: string;
  readonly attributes: Readonly<Record<string, string | boolean>>;
  readonly reopenCount: number;
  readonly transferCount: number;
  readonly openedAt: string;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
};

const OPEN: Readonly<Record<string, readonly [state: string, holdReason: string | null]>> = {
  New: ['new', null],
  Active: ['in-progress', null],
  'Awaiting User Info': ['on-hold', 'customer'],
  'Awaiting Vendor': ['on-hold', 'vendor'],
  'Awaiting Problem': ['on-hold', 'problem'],
  'Awaiting Evidence': ['on-hold', 'evidence'],
};
const OVER: Readonly<Record<string, string>> = { Resolved: 'resolved', Closed: 'closed' };

const PRIORITIES = [
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 4],
];

const KEPT: Readonly<Record<string, string>> = {
  contact_type: 'contactType',
  location: 'location',
  u_symptom: 'symptom',
  cmdb_ci: 'configurationItem',
  notify: 'notify',
  problem_id: 'problem',
  rfc: 'change',
  vendor: 'vendor',
  caused_by: 'causedBy',
  knowledge: 'knowledge',
  u_priority_confirmation: 'priorityConfirmed',
  made_sla: 'madeSla',
};

/** The last value of a column that was known, null when none was. */
const lastKnown = (rows: readonly LogRow[], column: string): string | null => rows.findLast((row) => row[column] !== '?')?.[column] ?? null;

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

export const reckon = (rows: readonly LogRow[]): Reckoned => {
  const [first, last] = [rows[0], rows.at(-1)] as [LogRow, LogRow];
  const openedAt = millis(first.opened_at as string);
  let [state, holdReason]: readonly [string, string | null] = ['new', null];
  let [resolvedAt, closedAt]: [number | null, number | null] = [null, null];
  let [reopenCount, transferCount, now, group] = [0, 0, openedAt, first.assignment_group];
  for (const row of rows) {
    now = Math.max(now, millis(row.sys_updated_at as string));
    if (row.assignment_group !== group) transferCount += 1;
    group = row.assignment_group;
    const said = row.incident_state as string;
    const over = OVER[said];
    const open = OPEN[said];
    if (open) {
      if (state === 'resolved' || state === 'closed') {
        reopenCount += 1;
        [resolvedAt, closedAt] = [null, null];
      }
      [state, holdReason] = open;
    } else if (over && over !== state) {
      if (over === 'resolved' || state !== 'resolved') resolvedAt = now;
      closedAt = over === 'closed' ? now : null;
      [state, holdReason] = [over, null];
    }
  }
  const [impact, urgency] = [Number(lastKnown(rows, 'impact')), Number(lastKnown(rows, 'urgency'))];
  return {
    externalId: first.number as string,
    state,
    holdReason,
    queue: last.assignment_group === '?' ? null : `Group ${last.assignment_group}`,
    assignee: last.assigned_to === '?' ? null : (last.assigned_to as string),
    impact,
    urgency,
    priority: PRIORITIES[impact - 1]?.[urgency - 1] as number,
    category: lastKnown(rows, 'category'),
    subcategory: lastKnown(rows, 'subcategory'),
    channel: first.contact_type === 'Email' ? 'e-mail' : 'phone',
    attributes: attributesOf(rows),
    reopenCount,
    transferCount,
    openedAt: iso(openedAt) as string,
    resolvedAt: iso(resolvedAt),
    closedAt: iso(closedAt),
  };
};

const attributesOf = (rows: readonly LogRow[]): Readonly<Record<string, string | boolean>> => {
  const attributes: Record<string, string | boolean> = {};
  for (const [column, name] of Object.entries(KEPT)) {
    const value = lastKnown(rows, column);
    if (value !== null) attributes[name] = value === 'true' ? true : value === 'false' ? false : value;
  }
  return attributes;
};
