const FIRST = 500;
const LONGEST = 20_000;

/** How long to wait before try `attempt` (0 is the first), in milliseconds; `chance` (0 to 1) spreads those who lost together. */
export const backoff = (attempt: number, chance: number): number => {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** attempt);
  return Math.round(ceiling / 2 + (ceiling / 2) * chance);
};
