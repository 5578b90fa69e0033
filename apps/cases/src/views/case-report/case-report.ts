import { elapsed, hours } from '@onmaru/time';
import type { ExportedCase } from './case-export.js';

/** Numbers over cases at a moment. */
export type CaseReport = {
  readonly cases: number;
  readonly byState: Readonly<Record<string, number>>;
  readonly byPriority: Readonly<Record<string, number>>;
  /** Cases that were reopened at least once, or transferred. */
  readonly reopened: number;
  readonly transferred: number;
  /** Median over cases that are resolved, in hours of elapsed time; null when there is none. */
  readonly medianHoursToResolve: number | null;
};

export const caseReport = (cases: readonly ExportedCase[]): CaseReport => ({
  cases: cases.length,
  byState: countBy(cases.map(({ state }) => state)),
  byPriority: countBy(cases.map(({ priority }) => String(priority))),
  reopened: cases.filter(({ reopenCount }) => reopenCount > 0).length,
  transferred: cases.filter(({ transferCount }) => transferCount > 0).length,
  medianHoursToResolve: median(
    cases.flatMap(({ openedAt, resolvedAt }) => (resolvedAt === null ? [] : [elapsed(openedAt, resolvedAt) / hours(1)])),
  ),
});

const countBy = (values: readonly string[]): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>();
  for (const value of [...values].sort()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
};

const median = (values: readonly number[]): number | null => {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
};
