import type { Check } from '@onmaru/invariants';
import { PROCESSES, type Process } from './nemesis/next-kill.js';

/** What a campaign prints as its last line. */
export type Verdict = {
  readonly seed: number;
  readonly minutes: number;
  readonly acknowledged: number;
  readonly kills: Readonly<Record<Process, number>>;
  readonly lost: number;
  /** In the log once more often than somebody was told. */
  readonly doubled: number;
  readonly stale: number;
  readonly overCapacity: number;
  readonly viewsDiffer: number;
  readonly ok: boolean;
};

/** At least so many a minute, or the campaign has shown nothing. */
export const LEAST = { kills: 3, acknowledged: 400 } as const;

const countOf = (checks: readonly Check[], id: string, ...whats: readonly string[]): number =>
  checks
    .filter((check) => check.id === id)
    .flatMap(({ breaches }) => {
      const named = breaches.filter(({ what }) => whats.length === 0 || whats.includes(what));
      return named.length === 0 ? [] : [named.length, ...breaches.filter(({ what }) => what === 'and-more').map(({ more = 0 }) => more - (whats.length === 0 ? 1 : 0))];
    })
    .reduce((sum, count) => sum + count, 0);

/** What was killed, how often. */
export const killsOf = (killed: readonly Process[]): Readonly<Record<Process, number>> =>
  Object.fromEntries(PROCESSES.map((name) => [name, killed.filter((one) => one === name).length])) as Readonly<Record<Process, number>>;

/** What was found, in numbers. `ok` only where every check is, and enough was done for that to mean something. */
export const verdictOf = ({ seed, minutes, killed, acknowledged, checks }: { readonly seed: number; readonly minutes: number; readonly killed: readonly Process[]; readonly acknowledged: number; readonly checks: readonly Check[] }): Verdict => ({
  seed,
  minutes,
  acknowledged,
  kills: killsOf(killed),
  lost: countOf(checks, 'I1', 'acknowledged-and-lost'),
  doubled: countOf(checks, 'I1', 'command-twice', 'refused-and-there'),
  stale: countOf(checks, 'reads'),
  overCapacity: countOf(checks, 'I4', 'over-capacity'),
  viewsDiffer: countOf(checks, 'I3'),
  ok: checks.every(({ ok }) => ok) && killed.length >= LEAST.kills * minutes && acknowledged >= LEAST.acknowledged * minutes,
});
