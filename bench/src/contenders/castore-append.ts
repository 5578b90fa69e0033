import { PostgresEventStorageAdapter } from '@castore/event-storage-adapter-postgres';
import { dataOf, metadataOf } from '../appends/payload.js';
import { runAppends, type AppendResult, type AppendTask } from '../appends/run-appends.js';

const CONTEXT = { eventStoreId: 'cases' };
const REFUSED = 'EventAlreadyExistsError';

/** Castore's PostgreSQL adapter, an event at a time, which is all that it can. */
export const run = async (task: AppendTask): Promise<AppendResult> => {
  const tableName = `event_${task.run.replaceAll('-', '_')}`;
  await PostgresEventStorageAdapter.createEventTable({ connectionString: task.url, tableName, aggregateId: { type: 'VARCHAR', length: 64 } });
  const adapter = new PostgresEventStorageAdapter({ connectionString: task.url, tableName });
  return runAppends(task, async ({ stream, expected }, first) => {
    try {
      await adapter.pushEvent({ aggregateId: stream, version: expected + 1, type: 'NoteAdded', payload: dataOf(first), metadata: metadataOf(first) }, CONTEXT);
      return { revision: expected + 1, accepted: true };
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== REFUSED) throw error;
      return { revision: expected + 1, accepted: false };
    }
  });
};
