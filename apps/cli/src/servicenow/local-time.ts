import { instant, type Instant } from '@onmaru/time';

/** Wall-clock text such as `29/2/2016 01:16` (day/month/year) → the moment, or null when it is no such text or day. */
export type ReadTime = (text: string) => Instant | null;

const WALL_CLOCK = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})$/;

/** Few minutes are met once only, and reading one is the dearest part of a row: this many are remembered. */
const REMEMBERED = 50_000;

/** Reads times on the wall clock of `zone`: of an hour that comes twice the first, in an hour that is skipped the moment after. */
export const wallClockIn = (zone: string): ReadTime => {
  const seen = new Map<string, Instant | null>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    if (seen.size === REMEMBERED) seen.clear();
    const moment = momentOf(text, zone);
    seen.set(text, moment);
    return moment;
  };
};

const momentOf = (text: string, zone: string): Instant | null => {
  const [, day, month, year, hour, minute] = (WALL_CLOCK.exec(text) ?? []).map(Number);
  if (day === undefined || month === undefined || year === undefined || hour === undefined || minute === undefined) return null;
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59) return null;
  if (day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return null;
  return instant(Temporal.PlainDateTime.from({ year, month, day, hour, minute }).toZonedDateTime(zone).toInstant().toString());
};
