import { getPostgreSQLEventStore, readMessagesBatch } from '@event-driven-io/emmett-postgresql';
import { dumbo } from '@event-driven-io/dumbo';
import { dataOf, metadataOf } from '../appends/payload.js';

export type EmmettReadTask = { readonly url: string; readonly events: number; readonly fill: boolean; readonly seconds: number };

const BATCH = 1000;
const STREAM = 500;

/** Emmett's own batches of the whole log. Fills its store first where it is told so. Answers events per second. */
export const run = async ({ url, events, fill, seconds }: EmmettReadTask): Promise<{ readonly rate: number }> => {
  const store = getPostgreSQLEventStore(url);
  if (fill) {
    await store.schema.migrate();
    for (let n = 0; n < events; n += STREAM) {
      const list = Array.from({ length: Math.min(STREAM, events - n) }, (_, k) => ({ type: 'NoteAdded', data: dataOf(n + k) as Record<string, unknown>, metadata: { ...metadataOf(n + k) } }));
      await store.appendToStream(`case-${n}`, list);
    }
  }
  const pool = dumbo({ connectionString: url });
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  let [after, read, left] = [0n, 0, true];
  while (left && performance.now() < until) {
    const batch = await readMessagesBatch(pool.execute, { after, batchSize: BATCH });
    read += batch.messages.length;
    after = batch.currentGlobalPosition;
    left = batch.areMessagesLeft;
  }
  const rate = read / ((performance.now() - began) / 1000);
  await pool.close();
  await store.close();
  return { rate };
};
