export type Percentiles = { readonly p50: number; readonly p99: number; readonly max: number };

/** Of nothing, zeros. */
export const percentiles = (values: readonly number[]): Percentiles => {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
};
