import pg from 'pg';
import { LogError } from '../log-error.js';
import type { Connection } from './connection.js';
import { patiently } from './patience.js';
import { LOG_VERSION } from './schema.js';

const VERSION = { name: 'log_version', text: 'select max(version) from log.version', values: [] };
const MISSING = new Set(['3F000', '42P01']);
const DENIED = '42501';

/** Throws when the log behind a connection is missing, older or newer than this code, or closed to the role. */
export const ensureVersion = async (connection: Connection): Promise<void> => {
  const rows = await patiently(() => connection.query(VERSION)).catch((cause: unknown) => {
    const code = cause instanceof pg.DatabaseError ? (cause.code ?? '') : '';
    if (MISSING.has(code)) throw new LogError('not-migrated', 'This database has no log yet. Migrate it first.', { cause });
    if (code === DENIED) throw new LogError('permission', 'This database role may not read the log. Migrate the log with the role among its owners.', { cause });
    throw cause;
  });
  const version = rows[0]?.[0] as number | null;
  if (Number(version) > LOG_VERSION) throw new LogError('newer-log', `The log has version ${version}, this program knows ${LOG_VERSION}. Start the newer program.`);
  if (Number(version) < LOG_VERSION) throw new LogError('not-migrated', `The log has version ${version}, this program needs ${LOG_VERSION}. Migrate it first.`);
};
