import { LEAST } from '../result.js';
import type { KeptCampaign } from '../results.js';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const killsOf = ({ verdict }: KeptCampaign): number => sum(Object.values(verdict.kills));
const seconds = (ms: number | null): string => (ms === null ? '–' : `${Math.round(ms / 100) / 10} s`);
const table = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [head, head.map((_, n) => (n === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const INTRODUCTION = `# Nothing is lost when any of it is killed

A campaign starts the platform as \`npm run start:distributed\` does, with a durable PostgreSQL and a Kafka of three brokers, and lets clients work on cases of three tenants through the gateway: each command has a key, and is sent again until it is answered, as real clients do. Meanwhile programs, the database and brokers are killed (SIGKILL) one after the other, now and then two at once, and start again by themselves. In the end it waits until nobody has anything left to do, and checks:

| | what must hold | where it is found out |
| --- | --- | --- |
| I1 | what was acknowledged is in the log exactly once, what was refused is not, what nobody can say anything of is there once or not at all | the clients' history, beside the log |
| I2 | no gaps in streams and positions, no id twice, causes are known | the log |
| I3 | every row of every view is what the log makes of it | \`verify\` of each program |
| I4 | at every prefix of the log nobody has more work than their capacity, and every case has one owner | the log |
| I8 | nobody gave up on a message, and none is put aside without a reason | dead letters of each program |
| I9 | no stream and no row bears two tenants | the log, \`verify\` |
| I10 | once nobody is killed any more, everybody catches up within a minute | checkpoints in the database, offsets in Kafka, \`/readyz\` |
| reads | an answer is never older than the position that it was asked for | the clients' history, beside the log |
| refusals | the rules say no where they must, and nowhere else | the clients' history |

\`\`\`sh
npm run -s faults -- --minutes 2 --seed 1
\`\`\`

Its last line is one object; it fails unless everything holds, with at least ${LEAST.kills} kills and ${LEAST.acknowledged} acknowledged commands a minute. Each of them can fail: \`--inject\` plants a fault that must be found. The history of every campaign stays in \`faults/.runs\`, an event a line. A killed process does not lose what the system had not yet written to the disk: that power cuts lose nothing is PostgreSQL's promise, not measured here.
`;

const summary = (campaigns: readonly KeptCampaign[]): string => {
  const rows = campaigns.map((campaign) => {
    const { verdict, figures, healedAfterMs, at } = campaign;
    return [`${verdict.seed} (${at.slice(0, 10)})`, verdict.minutes, verdict.acknowledged, figures.acknowledgedPerSecond, killsOf(campaign), verdict.lost, verdict.doubled, verdict.stale, verdict.overCapacity, verdict.viewsDiffer, seconds(healedAfterMs), verdict.ok ? '✓' : '✗'];
  });
  const total = (of: (campaign: KeptCampaign) => number): number => sum(campaigns.map(of));
  const all = ['all', total(({ verdict }) => verdict.minutes), total(({ verdict }) => verdict.acknowledged), '', total(killsOf), ...(['lost', 'doubled', 'stale', 'overCapacity', 'viewsDiffer'] as const).map((what) => total(({ verdict }) => verdict[what])), '', ''];
  return table(['seed', 'minutes', 'acknowledged', 'a second', 'kills', 'lost', 'doubled', 'stale', 'over capacity', 'views differ', 'caught up after', ''], [...rows, ...(campaigns.length > 1 ? [all] : [])]);
};

const lastOf = ({ verdict, figures, events, streams, clients, machine, checks }: KeptCampaign): string => `## The last one, by its numbers

Seed ${verdict.seed}: ${clients} clients, ${verdict.minutes} minutes, ${machine.cores} cores, load ${machine.load} before and ${machine.loadAfter} after; ${events} events in ${streams} streams, ${figures.cases} cases.

${table(['killed', 'times'], Object.entries(verdict.kills))}

${table(['command', 'acknowledged'], Object.entries(figures.byVerb))}

Half of the commands were answered within ${figures.p50} ms, 99 of 100 within ${seconds(figures.p99)}, tries in between included; the longest time in which nobody was told anything was ${seconds(figures.longestSilence)}. ${figures.refused} were refused as they had to be, and ${figures.unknown} never answered; ${figures.reads} answers to readers were looked at.

${table(['check', 'looked at', 'not as it must be'], checks.map(({ id, checked, breaches }) => [id, checked, breaches.length]))}
`;

/** Markdown of the page, from the campaigns that were kept, the last one first, and what is proved elsewhere. */
export const faultsPage = (campaigns: readonly KeptCampaign[], elsewhere: string): string => {
  const [last] = campaigns;
  const kept = last ? `## Campaigns\n\n${summary(campaigns)}\n\n${lastOf(last)}` : 'No campaign is kept.\n';
  return `${INTRODUCTION}\n${kept}\n${elsewhere}\nWritten by \`npm run docs\` from the [campaigns that were kept](../../faults/results) with \`--keep\`; do not edit it by hand.\n`;
};
