import { getPostgreSQLEventStore, pongoSingleStreamProjection, rebuildPostgreSQLProjections } from '@event-driven-io/emmett-postgresql';
import { dataOf, metadataOf } from '../appends/payload.js';
import { onDatabase } from '../ground/log-database.js';

export type EmmettProjectTask = { readonly url: string; readonly events: number };

type Noted = { readonly type: 'NoteAdded'; readonly data: Record<string, unknown>; readonly metadata: Record<string, unknown> };
type CaseDocument = { readonly events: number; readonly lastNote: string };

const SIZE = 7;

const caseList = pongoSingleStreamProjection<CaseDocument, Noted>({
  collectionName: 'case_list',
  evolve: (document: CaseDocument | null, { data }: Noted) => ({ events: (document?.events ?? 0) + 1, lastNote: String(data['note']) }),
  canHandle: ['NoteAdded'],
});

/** Emmett's own way to make a view of what its store holds: one document per stream, one view. Events per second. */
export const run = async ({ url, events }: EmmettProjectTask): Promise<{ readonly rate: number }> => {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  for (let n = 0; n < events; n += SIZE) {
    await store.appendToStream<Noted>(`case-${n}`, Array.from({ length: Math.min(SIZE, events - n) }, (_, k) => ({ type: 'NoteAdded', data: dataOf(n + k) as Record<string, unknown>, metadata: { ...metadataOf(n + k) } })));
  }
  const consumer = rebuildPostgreSQLProjections({ connectionString: url, projections: [caseList], pulling: { batchSize: 1000 } });
  const began = performance.now();
  await consumer.start();
  const rate = events / ((performance.now() - began) / 1000);
  await consumer.close();
  await store.close();
  const made = await onDatabase(url, async (client) => (await client.query('select from case_list')).rowCount);
  if (made !== Math.ceil(events / SIZE)) throw new Error(`${made} documents were made of ${Math.ceil(events / SIZE)} streams`);
  return { rate };
};
