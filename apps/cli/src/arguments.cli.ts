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

const refusal = (error: unknown, expected: string): unknown => (error instanceof RangeError ? new InvalidArgumentError(expected) : error);
