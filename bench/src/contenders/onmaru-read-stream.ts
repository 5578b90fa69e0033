import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { folded, NOTHING, timed, type ReadStreamResult, type ReadStreamTask } from '../logs/read-stream-task.js';

/** Our log: a stream read and folded. */
export const run = async (task: ReadStreamTask): Promise<ReadStreamResult> => {
  const store = await postgresEventStore({ connection: task.url });
  const result = await timed(task, async (stream) => (await store.readStream('demo', stream)).reduce((state, { data }) => folded(state, data), NOTHING));
  await store.close();
  return result;
};
