/**
 * What kept the log from doing what it was asked:
 * - `invalid-append`: the append can never be stored as it is; the message names the part;
 * - `permission`: this database role may not append to streams of that category;
 * - `unavailable`: the log cannot be reached. Whether an append was taken is then unknown: repeat it, with the same command;
 * - `closed`: the store was closed;
 * - `busy`: others changed the stream each time several commands were tried; nothing was appended, and it may be tried again;
 * - `not-migrated`, `newer-log`: the log in the database is older or newer than this code;
 * - `damaged-log`: the store behind the log lost or changed what it was given, or another program wrote into it; the message names the place;
 * - `invalid-import`: events of another log that are not whole, or not in order; the message names the place;
 * - `foreign-checkpoint`: a position beyond the end of this log, so it was noted from another one;
 * - `no-key`: text that must be sealed could not be, and nothing was appended;
 * - `broken-seal`: sealed text was changed after it was stored.
 */
export type LogTrouble =
  | 'invalid-append'
  | 'permission'
  | 'unavailable'
  | 'closed'
  | 'busy'
  | 'not-migrated'
  | 'newer-log'
  | 'damaged-log'
  | 'invalid-import'
  | 'foreign-checkpoint'
  | 'no-key'
  | 'broken-seal';

export class LogError extends Error {
  override readonly name = 'LogError';

  constructor(
    readonly code: LogTrouble,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
