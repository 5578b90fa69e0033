import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import type { Position } from '../event.js';
import type { PostgresConnection } from './migrate-log.js';

const NO_RIGHT = '42501';

/** How long a COPY of some events into a table like the log's took, its commit included. */
export type TimedCopy = { readonly events: number; readonly seconds: number };

/**
 * Times what is as fast as PostgreSQL takes events: COPY of those after `after` up to `upTo` into an empty table like the
 * log's, with all its indexes. The table is made in `schema`, where the role of the connection must be allowed to make one,
 * and dropped in the end. Null where it is not allowed to.
 */
export const timeCopy = async (target: PostgresConnection, schema: string, after: Position, upTo: Position): Promise<TimedCopy | null> => {
  const client = new pg.Client(target);
  const folder = await mkdtemp(join(tmpdir(), 'onmaru-copy-'));
  const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(`copy_${randomUUID()}`)}`;
  try {
    await client.connect();
    await client.query(`create table ${table} (like log.event including all)`);
    try {
      return await timed(client, join(folder, 'events'), table, after, upTo);
    } finally {
      await client.query(`drop table ${table}`);
    }
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NO_RIGHT) return null;
    throw error;
  } finally {
    await client.end();
    await rm(folder, { recursive: true });
  }
};

const timed = async (client: pg.Client, file: string, table: string, after: Position, upTo: Position): Promise<TimedCopy> => {
  const [there, wanted] = [await indexesOf(client, table), await indexesOf(client, 'log.event')];
  if (there !== wanted) throw new Error(`The copy of the log's table has ${there} indexes, the log's has ${wanted}`);
  const events = `copy (select * from log.event where position > ${Number(after)} and position <= ${Number(upTo)} order by position) to stdout`;
  await pipeline(client.query(to(events)), createWriteStream(file));
  const began = performance.now();
  const copying = client.query(from(`copy ${table} from stdin`));
  await pipeline(createReadStream(file, { highWaterMark: 256 * 1024 }), copying);
  return { events: copying.rowCount, seconds: (performance.now() - began) / 1000 };
};

const indexesOf = async (client: pg.Client, table: string): Promise<number> => {
  const { rows } = await client.query<{ count: string }>('select count(*) from pg_index where indrelid = $1::regclass', [table]);
  return Number(rows[0]?.count);
};
