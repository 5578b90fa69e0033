import pg from 'pg';
import type { Seen } from './log-faults.js';

/** An event as it lies in the table; `of` is how many events its command has, `recordedAt` in milliseconds since 1970. */
export type Stored = Required<Seen> & { readonly commandId: string; readonly of: number; readonly recordedAt: number };

const ALL = `select id, stream, revision::int, position::int, command_id as "commandId",
  (data::json ->> 'of')::int as of, extract(epoch from recorded_at)::float8 * 1000 as "recordedAt" from log.event order by position`;

/** The whole log, past our own readers. */
export const tableOfLog = async (url: string): Promise<readonly Stored[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Stored>(ALL)).rows;
  } finally {
    await client.end();
  }
};
