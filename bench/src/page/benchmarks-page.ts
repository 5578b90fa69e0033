import type { Bench } from '../bench.js';
import type { Result } from '../results.js';
import { isBelow, limited } from '../limits.js';
import { isKept, losses, ratioRows, type RatioRow } from './ratio-rows.js';

const INTRODUCTION = `# Benchmarks

How fast the log, its views and its edge are, beside the limit of the machine and beside other libraries. Each bench runs its contenders one after the other, round by round, on a durable PostgreSQL as \`npm start\` has it; a ratio is ours over theirs of the same round, so that more is better, and the median over rounds stands here. Whatever was lost, doubled, out of order, wrongly accepted or other than the log says fails a bench, however fast it was. Trust the ratios: the same machine is twice as fast in a quiet hour.

\`\`\`sh
npm run -s bench -- NAME [--rounds N] [--events N] [--json] [--keep]
\`\`\`

\`--keep\` puts a run among the [results](../../bench/results) that this page is written from by \`npm run docs\`; do not edit it by hand. pgbench and psql come with Debian's \`postgresql-contrib\` and \`postgresql-client\`; without them \`vsLimit\` is null, and the run says so.
`;

const TITLES: Readonly<Record<string, string>> = { 'bench-limits.svg': 'Ours over the limit of the machine', 'bench-appends.svg': 'Events appended per second', 'bench-growth.svg': 'Events read per second as the log grows' };

const number = (value: number | null): string => (value === null ? 'not measured' : String(value));
const goal = ({ target }: RatioRow): string => (target ? `≥ ${target.atLeast}${target.aim === undefined ? '' : `, aim ${target.aim}`}` : '');
const verdict = (row: RatioRow): string => (row.target === undefined ? '' : isKept(row) ? '✓' : '✗');

const absolutes = (absolute: Result['absolute']): string => `\`\`\`json\n${JSON.stringify(absolute, null, 1).replaceAll(/\n\s+(?=[^\n]*[\]}])/g, ' ').replaceAll(/\n {2,}/g, ' ')}\n\`\`\``;

const section = (benches: readonly Bench[], result: Result): string => {
  const { bench, machine, rounds, events, counters, notes, absolute } = result;
  const rows = ratioRows([result]);
  const cells = [
    ...rows.map((row) => [`\`${row.ratio}\``, number(row.value), goal(row), verdict(row)]),
    ...limited(bench, absolute).map((one) => [`\`${one.figure}\``, number(one.value ?? null), `< ${one.below}`, isBelow(one) ? '✓' : '✗']),
  ];
  const table = cells.length === 0 ? '' : `| ratio or figure | | target | |\n| --- | ---: | --- | :-: |\n${cells.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n\n`;
  const wrong = Object.entries(counters).filter(([, count]) => count !== 0).map(([name, count]) => `${count} ${name}`);
  const lines = [
    `${rounds} rounds, ${events} events, ${machine.cores} cores, load ${machine.load} before and ${machine.loadAfter} after; ${wrong.length === 0 ? 'nothing lost, doubled, out of order, wrongly accepted or adrift' : `**${wrong.join(', ')}**`}.`,
    ...notes.map((note) => `${note[0]?.toUpperCase()}${note.slice(1)}.`),
  ];
  return `## ${bench}\n\n${benches.find(({ name }) => name === bench)?.about ?? ''}\n\n${table}${lines.join('\n')}\n\n${absolutes(absolute)}\n`;
};

/** What was to be reached, and what keeps us from it. */
const missed = ({ target }: RatioRow): string => `, target ${target?.atLeast}. ${target?.heldBack}.`;

const list = (rows: readonly RatioRow[], none: string, more: (row: RatioRow) => string = () => ''): string =>
  rows.length === 0 ? `${none}\n` : `${rows.map((row) => `- [${row.bench}](#${row.bench}) \`${row.ratio}\`: ${number(row.value)}${more(row)}`).join('\n')}\n`;

/** Markdown of the page, from the runs that were kept. */
export const benchmarksPage = (benches: readonly Bench[], results: readonly Result[], pictures: readonly string[]): string => {
  const rows = ratioRows(results);
  const missing = benches.filter(({ name }) => !results.some(({ bench }) => bench === name)).map(({ name }) => `\`${name}\``);
  return [
    INTRODUCTION,
    ...pictures.map((file) => `![${TITLES[file] ?? file}](../pictures/${file})\n`),
    `## Where we lose\n\nEvery ratio below 1: there, what we are compared with is faster.\n\n${list(losses(rows), 'Nowhere, in these runs.')}`,
    `## Targets that are not reached\n\n${list(rows.filter((row) => !isKept(row)), 'None.', missed)}`,
    ...(missing.length > 0 ? [`No run is kept of ${missing.join(', ')}.\n`] : []),
    ...results.map((result) => section(benches, result)),
  ].join('\n');
};
