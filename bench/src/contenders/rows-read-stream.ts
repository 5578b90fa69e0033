import pg from 'pg';
import { folded, NOTHING, timed, type ReadStreamResult, type ReadStreamTask } from '../logs/read-stream-task.js';

const ROWS = {
  name: 'rows',
  text: 'select position, revision, type, id, command_id, data, meta, occurred_at, recorded_at from log.event where tenant = $1 and stream = $2 order by revision',
  rowMode: 'array' as const,
};
const DATA = 5;
const TEXT = { getTypeParser: () => (text: string) => text };

/** The limit: the bare rows by a prepared statement, as text, of which only the data is parsed. No events are made of them. */
export const run = async (task: ReadStreamTask): Promise<ReadStreamResult> => {
  const client = new pg.Client({ connectionString: task.url, types: TEXT });
  await client.connect();
  const result = await timed(task, async (stream) => {
    const { rows } = await client.query<string[]>({ ...ROWS, values: ['demo', stream] });
    return rows.reduce((state, row) => folded(state, JSON.parse(row[DATA] as string) as object), NOTHING);
  });
  await client.end();
  return result;
};
