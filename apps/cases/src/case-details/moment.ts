import { instant } from '@onmaru/time';
import type { Words } from '@onmaru/service-kit';
import type { Moment } from './as-of.js';

/** How `asOf` is written. */
export const A_MOMENT: Words = { en: 'must be a moment such as 2026-03-01T09:00:00Z, or a position of the log', ko: '2026-03-01T09:00:00Z처럼 적은 시각이나 로그의 위치여야 해요' };

/** What `asOf` says; null when it says nothing. Throws a RangeError when it is neither an instant nor a position. */
export const momentOf = (asOf: string | undefined): Moment | null => {
  if (asOf === undefined) return null;
  return /^\d+$/.test(asOf) ? { position: Number(asOf) } : { instant: instant(asOf) };
};
