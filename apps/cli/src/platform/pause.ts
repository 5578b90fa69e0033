import { seconds, type Duration } from '@onmaru/time';

const LONGEST = seconds(5);

/** How long to wait before asking again: as long as the platform says, else longer after each try. */
export const pauseAfter = (tried: number, retryAfter: string | null | undefined): Duration => {
  const told = /^\d+$/.test(retryAfter ?? '') ? Number(retryAfter) : 0.2 * tried;
  return Math.min(seconds(told), LONGEST);
};
