import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { dataOf, metadataOf } from '../appends/payload.js';
import { folded, NOTHING, timed, type Folded, type ReadStreamResult, type ReadStreamTask } from '../logs/read-stream-task.js';

type Noted = { readonly type: 'NoteAdded'; readonly data: Record<string, unknown>; readonly metadata: Record<string, unknown> };

/** Emmett's own way: `aggregateStream`. Makes the streams first where they are missing. */
export const run = async (task: ReadStreamTask): Promise<ReadStreamResult> => {
  const store = getPostgreSQLEventStore(task.url);
  await store.schema.migrate();
  for (let n = 0; n < task.streams; n += 1) {
    const stream = `case-${task.size}-${n}`;
    if (await store.streamExists(stream)) break;
    await store.appendToStream<Noted>(stream, Array.from({ length: task.size }, (_, k) => ({ type: 'NoteAdded', data: dataOf(k) as Record<string, unknown>, metadata: { ...metadataOf(k) } })));
  }
  const result = await timed(task, async (stream) => {
    const { state } = await store.aggregateStream<Folded, Noted>(stream, { evolve: (state: Folded, { data }: Noted) => folded(state, data), initialState: () => NOTHING });
    return state;
  });
  await store.close();
  return result;
};
