/** How much of the way from `from` to `to` lies behind whoever is at `at`, from 0 to 1; all of it where there is no way. */
export const shareDone = (from: number, to: number, at: number): number => (to <= from ? 1 : Math.min(1, Math.max(0, (at - from) / (to - from))));
