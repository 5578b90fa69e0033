/** A moment in UTC as RFC 3339 text with milliseconds and `Z`, such as `2026-03-01T09:00:00.000Z`: text order is time order. */
export type Instant = string;

/** A length of elapsed time in milliseconds. */
export type Duration = number;

/** Tells the time. The only way by which a moment enters a command. @port */
export type Clock = { now(): Instant };

export const seconds = (n: number): Duration => n * 1000;
export const minutes = (n: number): Duration => seconds(60 * n);
export const hours = (n: number): Duration => minutes(60 * n);
/** `n` times 24 hours; a calendar day in somebody's zone is another matter. */
export const days = (n: number): Duration => hours(24 * n);

/** RFC 3339 text with any offset or precision → the one form that {@link Instant} has. Throws a RangeError on anything else. */
export const instant = (text: string): Instant => (isInstant(text) ? text : canonical(Temporal.Instant.from(text)));

/** Most are in the one form already, which on a day that every month has the text alone tells; else a Date knows. */
const isInstant = (text: string): boolean => {
  if (text.length !== 24 || text[23] !== 'Z') return false;
  if (ON_ANY_DAY.test(text)) return true;
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text;
};

/** On a day that every month has: the form alone says that there is such a moment. */
const ON_ANY_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d[.]\d{3}Z$/;

const canonical = (moment: Temporal.Instant): Instant =>
  moment.toString({ smallestUnit: 'millisecond', roundingMode: 'floor' });

/** Milliseconds from `from` to `to`, negative when `to` is earlier. */
export const elapsed = (from: Instant, to: Instant): Duration => millisecondsAt(to) - millisecondsAt(from);

const millisecondsAt = (moment: Instant): number => (isInstant(moment) ? Date.parse(moment) : Temporal.Instant.from(moment).epochMilliseconds);

/** The moment that lies `by` milliseconds after `from`. */
export const later = (from: Instant, by: Duration): Instant =>
  canonical(Temporal.Instant.from(from).add({ milliseconds: by }));

/** The later one of two moments. */
export const latest = (one: Instant, other: Instant): Instant => (elapsed(one, other) > 0 ? other : one);
