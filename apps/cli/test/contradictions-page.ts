import { contradictionsIn, type Contradiction } from './contradictions.js';
import type { LogRow } from './log-rows.js';

/** What each kind is, and which of its two sides the import takes. A kind that is not here does not get onto the page. */
const KINDS: Readonly<Record<string, string>> = {
  reassignment_count: 'The counter of an incident is not how often the group changed from row to row. `transferCount` is what the rows show.',
  resolved_at: 'The column names another moment than the last row that turned the state into Resolved (or into Closed, without one). `resolvedAt` is the row’s.',
  closed_at: 'The column names another moment than the last row that turned the state into Closed. `closedAt` is the row’s.',
  'created before it was opened': 'The incident was typed in before it was opened. `openedAt` is `opened_at`; when it was typed in is not kept.',
  'updated before it was opened': 'A row lies before `opened_at`. What it did occurred at `opened_at`.',
  'updated before the row above': 'A row lies before the row above it. What it did occurred when that row did.',
  'sys_mod_count does not rise': 'The counter of updates says another order than the file. The order is that of the file.',
  active: 'The flag says closed where the state does not, or the other way round. The state counts.',
  'state of -100': 'A state that is none. It changes nothing.',
  'closed without a Resolved row': 'No row says Resolved before the one that says Closed. The case was resolved by that row too, with its code.',
};

/** `docs/reference/servicenow-contradictions.md`, whole. */
export const contradictionsPage = (incidents: ReadonlyMap<string, readonly LogRow[]>): string => {
  const all = [...incidents.values()];
  const byKind = Map.groupBy(all.flatMap(contradictionsIn), ({ kind }) => kind);
  const unexplained = [...byKind.keys()].filter((kind) => !(kind in KINDS));
  if (unexplained.length > 0) throw new Error(`No words for ${unexplained.join(', ')}`);
  const unknown = all.filter((rows) => rows.at(-1)?.resolved_at === '?').length;
  return [
    '# Where the ServiceNow log contradicts itself',
    '',
    `Every place in the [public log](servicenow-import.md#the-log) (${grouped(all.flat().length)} rows, ${grouped(all.length)} incidents) that says two things, and which of them [the import](servicenow-import.md) takes.`,
    'Written by `node --import ./tools/ts.mjs apps/cli/test/list-contradictions.ts FILE`, which shares no code with the import; a spec compares the two when the whole log is there. Rows are counted within their incident.',
    '',
    `It agrees with itself on: priority (impact and urgency make it in every row), \`reopen_count\` (in every incident), and that whoever resolved (\`resolved_by\`) is never the row’s \`sys_updated_by\`. \`resolved_at\` is unknown in ${grouped(unknown)} incidents, which contradicts nothing.`,
    '',
    ...Object.entries(KINDS).flatMap(([kind, meaning]) => section(kind, meaning, byKind.get(kind) ?? [])),
  ].join('\n');
};

const section = (kind: string, meaning: string, places: readonly Contradiction[]): readonly string[] => [
  `## ${kind}: ${grouped(places.length)}`,
  '',
  meaning,
  '',
  ...(places.length === 0 ? [] : ['```', ...places.map(({ number, says }) => `${number}  ${says}`), '```', '']),
];

const grouped = (number: number): string => number.toLocaleString('en');
