import type { Killed } from './nemesis/nemesis.js';
import type { Command } from './history.js';

/** What a campaign was like for those who worked. Times are in milliseconds. */
export type Figures = {
  readonly acknowledgedPerSecond: number;
  /** From the first try to the answer, tries in between included. */
  readonly p50: number;
  readonly p99: number;
  /** The longest time in which nobody was told anything. */
  readonly longestSilence: number;
  readonly tries: number;
  /** Refused, as they had to be; and never answered, so that nobody knows. */
  readonly refused: number;
  readonly unknown: number;
  readonly byVerb: Readonly<Record<string, number>>;
  readonly cases: number;
  readonly reads: number;
  readonly killsPerMinute: number;
};

const at = (sorted: readonly number[], share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

/** `overMs`: how long the work went on. */
export const figuresOf = (commands: readonly Command[], reads: number, killed: readonly Killed[], overMs: number): Figures => {
  const ok = commands.filter(({ outcome }) => outcome === 'ok');
  const took = ok.map(({ invoked, completed }) => completed - invoked).sort((a, b) => a - b);
  const moments = [0, ...ok.map(({ completed }) => completed).sort((a, b) => a - b)];
  const verbs = [...new Set(ok.map(({ verb }) => verb))].sort();
  return {
    acknowledgedPerSecond: Math.round((ok.length / overMs) * 10_000) / 10,
    p50: at(took, 0.5),
    p99: at(took, 0.99),
    longestSilence: Math.round(moments.reduce((longest, moment, n) => Math.max(longest, moment - (moments[n - 1] ?? 0)), 0)),
    tries: commands.reduce((sum, { tries }) => sum + tries, 0),
    refused: commands.filter(({ outcome }) => outcome === 'fail').length,
    unknown: commands.filter(({ outcome }) => outcome === 'info').length,
    byVerb: Object.fromEntries(verbs.map((verb) => [verb, ok.filter((one) => one.verb === verb).length])),
    cases: new Set(ok.map(({ stream }) => stream)).size,
    reads,
    killsPerMinute: Math.round((killed.length / overMs) * 600_000) / 10,
  };
};
