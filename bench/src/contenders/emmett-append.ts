import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { isExpectedVersionConflictError, STREAM_DOES_NOT_EXIST } from '@event-driven-io/emmett';
import pg from 'pg';
import { dataOf, metadataOf } from '../appends/payload.js';
import { runAppends, type AppendResult, type AppendTask } from '../appends/run-appends.js';
import { HOT_STREAM, type Wish } from '../appends/workload.js';

type Noted = { readonly type: 'NoteAdded'; readonly data: Record<string, unknown>; readonly metadata: Record<string, unknown> };

const event = (n: number): Noted => ({ type: 'NoteAdded', data: dataOf(n) as Record<string, unknown>, metadata: metadataOf(n) });

/** Emmett's PostgreSQL store, with a connection for every caller up to 32. */
export const run = async (task: AppendTask): Promise<AppendResult> => {
  const pool = new pg.Pool({ connectionString: task.url, max: Math.min(32, task.callers) });
  const store = getPostgreSQLEventStore(task.url, { connectionOptions: { pool }, schema: { autoMigration: 'None' } });
  await store.schema.migrate();
  const append = async ({ stream, expected, events }: Omit<Wish, 'stale'>, first: number): Promise<{ revision: number; accepted: boolean }> => {
    const list = Array.from({ length: events }, (_, n) => event(first + n));
    try {
      const { nextExpectedStreamVersion } = await store.appendToStream(stream, list, { expectedStreamVersion: expected === 0 ? STREAM_DOES_NOT_EXIST : BigInt(expected) });
      return { revision: Number(nextExpectedStreamVersion), accepted: true };
    } catch (error) {
      if (!isExpectedVersionConflictError(error)) throw error;
      // The error holds no true version: it has to be read.
      const revision = task.shape === 'hot' ? Number((await store.readStream(stream, { from: BigInt(expected) })).currentStreamVersion) : expected + 1;
      return { revision, accepted: false };
    }
  };
  if (task.shape === 'hot' && !(await store.streamExists(HOT_STREAM))) await append({ stream: HOT_STREAM, expected: 0, events: 1 }, 0);
  const result = await runAppends(task, append);
  await store.close();
  await pool.end();
  return result;
};
