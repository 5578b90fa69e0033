/** The middle of some numbers, between the two middle ones where their number is even; NaN of none. */
export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};

/** The smallest of the numbers that `share` of them do not exceed: 0.99 for the 99th percentile. NaN of none. */
export const percentile = (numbers: readonly number[], share: number): number => {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
};

/** Three digits that count, which is more than these measurements are worth. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** The median of ours over theirs, round by round; null where one of them did not run. */
export const pairedRatio = (ours: readonly (number | null)[], theirs: readonly (number | null)[]): number | null => {
  const ratios = ours.flatMap((own, round) => {
    const other = theirs[round];
    return own === null || other === null || other === undefined || !(other > 0) ? [] : [own / other];
  });
  return ratios.length === 0 ? null : rounded(median(ratios));
};

/** The middle of the first quarter over that of the last one: below 1, it grew. */
export const firstOverLast = (numbers: readonly number[]): number => {
  const quarter = Math.max(1, numbers.length >> 2);
  return rounded(median(numbers.slice(0, quarter)) / median(numbers.slice(-quarter)));
};
