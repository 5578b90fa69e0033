import { grouped } from './grouped.js';

export type Check = { readonly id: string; readonly ok: boolean; readonly checked: number; readonly breaches: readonly unknown[] };
export type Verdict = { readonly events: number; readonly streams: number; readonly checks: readonly Check[]; readonly ok: boolean };

const SHOWN = 10;

/** A line per check, below it what breaks it. */
export const verdictText = ({ events, streams, checks, ok }: Verdict): string =>
  [
    `${grouped(events)} events in ${grouped(streams)} streams`,
    ...checks.flatMap(checkLines),
    ok ? 'All invariants hold.' : 'An invariant does not hold.',
  ].join('\n');

const checkLines = ({ id, ok, checked, breaches }: Check): readonly string[] => [
  `${ok ? '✓' : '✗'} ${id}  ${grouped(checked)} checked${ok ? '' : `, ${grouped(breaches.length)} breaches`}`,
  ...breaches.slice(0, SHOWN).map((breach) => `    ${typeof breach === 'string' ? breach : JSON.stringify(breach)}`),
  ...(breaches.length > SHOWN ? [`    and ${breaches.length - SHOWN} more: --json lists them all`] : []),
];
