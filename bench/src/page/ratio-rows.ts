import type { Result } from '../results.js';
import { TARGETS, type Target } from '../targets.js';

/** One ratio of one bench, and what it should be. */
export type RatioRow = { readonly bench: string; readonly ratio: string; readonly value: number | null; readonly target: Target | undefined };

export const ratioRows = (results: readonly Result[]): readonly RatioRow[] =>
  results.flatMap(({ bench, ratios }) => Object.entries(ratios).map(([ratio, value]) => ({ bench, ratio, value, target: TARGETS[bench]?.[ratio] })));

/** Whether the row keeps its target; one that could not be measured does not. */
export const isKept = ({ value, target }: RatioRow): boolean => target === undefined || (value !== null && value >= target.atLeast);

/** Where others are faster than we are, slowest first. */
export const losses = (rows: readonly RatioRow[]): readonly RatioRow[] =>
  rows.filter(({ value, ratio }) => value !== null && value < 1 && !ratio.includes('@256vs') && ratio !== 'flatness').sort((one, other) => (one.value ?? 0) - (other.value ?? 0));
