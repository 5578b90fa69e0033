import { FASTEST, type Speed } from '@onmaru/playback';
import { days, hours, minutes, seconds, type Duration } from '@onmaru/time';
import { InvalidArgumentError } from 'commander';

/** A time zone as people name it, such as `Asia/Seoul`, `UTC` or `+09:00`. */
export const timeZone = (text: string): string => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
  } catch (error) {
    throw refusal(error, 'There is no such time zone; Asia/Seoul, America/Sao_Paulo, UTC and +09:00 are some.');
  }
};

/** A moment (`2016-05-01T00:00:00Z`) or a position of the log (`4711`). */
export const momentOrPosition = (text: string): string => {
  if (/^\d{1,15}$/.test(text)) return text;
  try {
    return Temporal.Instant.from(text).toString();
  } catch (error) {
    throw refusal(error, 'It is a moment with its zone, such as 2016-05-01T00:00:00Z, or a position of the log, such as 4711.');
  }
};

export const position = (text: string): string => {
  if (/^\d{1,15}$/.test(text)) return text;
  throw new InvalidArgumentError('It is a position of the log, such as 4711.');
};

/** How many times as fast as it happened: `10`, `×10`, or `max` for as fast as it comes. */
export const speed = (text: string): Speed => {
  const times = text === 'max' ? FASTEST : Number(/^[×x]?(\d{1,9}(?:\.\d+)?)$/.exec(text)?.[1] ?? 0);
  if (times > 0) return times;
  throw new InvalidArgumentError('It is a number above 0, such as 100, or max.');
};

const UNITS: Readonly<Record<string, Duration>> = { s: seconds(1), m: minutes(1), h: hours(1), d: days(1) };

/** A length of time such as `90s`, `30m`, `1h` or `2d`, in milliseconds. */
export const duration = (text: string): Duration => {
  const [, count, unit] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
  if (count === undefined || unit === undefined) throw new InvalidArgumentError('It is a length of time such as 90s, 30m, 1h or 2d.');
  return Number(count) * (UNITS[unit] ?? 0);
};

const refusal = (error: unknown, expected: string): unknown => (error instanceof RangeError ? new InvalidArgumentError(expected) : error);
