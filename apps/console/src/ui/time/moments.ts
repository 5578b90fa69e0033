import type { Language } from '../api/language.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const locale = { ko: 'ko-KR', en: 'en-GB' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

const format = (language: Language, options: Intl.DateTimeFormatOptions, zone?: string): Intl.DateTimeFormat => {
  const key = JSON.stringify([language, options, zone]);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale[language], { ...options, hourCycle: 'h23', ...(zone !== undefined && { timeZone: zone }) });
  formats.set(key, made);
  return made;
};

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const DATE = { month: 'short', day: 'numeric' } as const;

/** 09:12 */
export const clock = (at: string, language: Language, zone?: string): string => format(language, CLOCK, zone).format(new Date(at));

/** 3월 2일 · 2 Mar; with the year where it is another than that of `now`. */
export const day = (at: string, now: number, language: Language, zone?: string): string => {
  const year = (of: number) => format('en', { year: 'numeric' }, zone).format(of);
  const sameYear = year(Date.parse(at)) === year(now);
  return format(language, sameYear ? DATE : { ...DATE, year: 'numeric' }, zone).format(new Date(at));
};

/** 3월 2일 09:12 */
export const dayAndClock = (at: string, now: number, language: Language, zone?: string): string =>
  `${day(at, now, language, zone)} ${clock(at, language, zone)}`;

/** Everything there is to say about a moment, to the second. */
export const exactly = (at: string, language: Language, zone?: string): string =>
  format(language, { dateStyle: 'full', timeStyle: 'medium' }, zone).format(new Date(at));

/** 12분 전 within a day, 3월 2일 09:12 beyond it. What lies ahead is told by date. */
export const recently = (at: string, now: number, language: Language, zone?: string): string => {
  const age = now - Date.parse(at);
  if (age < -MINUTE || age >= DAY) return dayAndClock(at, now, language, zone);
  if (age < MINUTE) return language === 'ko' ? '방금' : 'just now';
  const relative = new Intl.RelativeTimeFormat(locale[language], { numeric: 'always', style: 'narrow' });
  return age < HOUR ? relative.format(-Math.floor(age / MINUTE), 'minute') : relative.format(-Math.floor(age / HOUR), 'hour');
};

const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1000],
] as const;

/** 12분 · 12 minutes: how long from one moment to another, in the greatest whole unit, and at least a second. */
export const lasting = (from: string, to: string, language: Language): string => lastingMilliseconds(Date.parse(to) - Date.parse(from), language);

export const lastingMilliseconds = (milliseconds: number, language: Language): string => {
  const span = Math.max(1000, milliseconds);
  const [unit, length] = UNITS.find(([, each]) => span >= each) ?? UNITS[3];
  return new Intl.NumberFormat(locale[language], { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(span / length));
};

/** For things told one after the other: the time of day, with the day where it is another than before. */
export const inTurn = (at: string, before: string | null, now: number, language: Language, zone?: string): string =>
  before !== null && sameDay(at, before, zone) ? clock(at, language, zone) : dayAndClock(at, now, language, zone);

/** The same, and by how long ago it was within the hour. */
export const lately = (at: string, before: string | null, now: number, language: Language, zone?: string): string => {
  const age = now - Date.parse(at);
  return age >= 0 && age < HOUR ? recently(at, now, language, zone) : inTurn(at, before, now, language, zone);
};

/** Whether two moments fall on one day of the calendar. */
export const sameDay = (one: string, other: string, zone?: string): boolean => {
  const dayOf = (at: string) => format('en', { dateStyle: 'short' }, zone).format(new Date(at));
  return dayOf(one) === dayOf(other);
};
