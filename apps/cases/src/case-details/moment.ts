import { instant } from '@onmaru/time';
import type { Moment } from './as-of.js';

/** What `asOf` says; null when it says nothing. Throws a RangeError when it is neither an instant nor a position. */
export const momentOf = (asOf: string | undefined): Moment | null => {
  if (asOf === undefined) return null;
  return /^\d+$/.test(asOf) ? { position: Number(asOf) } : { instant: instant(asOf) };
};
