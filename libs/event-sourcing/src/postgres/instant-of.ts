import type { Instant } from '@onmaru/time';

const DAY = 86_400_000;
const padded = (count: number, digits: number): readonly string[] => Array.from({ length: count }, (_, n) => String(n).padStart(digits, '0'));
const [TWO, THREE] = [padded(60, 2), padded(1000, 3)];

/**
 * Milliseconds since 1970 → the instant. What `toISOString` does, in a tenth of its time: it was a third of the work of
 * reading an event. The date of the day before is kept, since most events stand beside others of their day.
 */
export const instantOfMilliseconds = (): ((milliseconds: number) => Instant) => {
  let [day, date] = [NaN, ''];
  return (milliseconds) => {
    const now = Math.floor(milliseconds / DAY);
    if (now !== day) {
      day = now;
      date = new Date(now * DAY).toISOString().slice(0, 11);
    }
    const rest = milliseconds - now * DAY;
    const seconds = Math.floor(rest / 1000);
    const minutes = Math.floor(seconds / 60);
    return `${date}${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds % 60]}.${THREE[rest % 1000]}Z`;
  };
};
