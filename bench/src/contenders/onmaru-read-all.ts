import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { SOUND, type Counters } from '../bench.js';

export type ReadTask = { readonly url: string; readonly upTo: number; readonly raw: boolean };
/** Events per second from the first to `upTo`, and how the order of what was read was wrong. */
export type ReadResult = { readonly rate: number; readonly counters: Counters };

const EVERYTHING = { everyTenant: true } as const;

/** Reads the whole log page by page and looks at the place of every event; unless `raw`, every event is decoded whole. */
export const run = async ({ url, upTo, raw }: ReadTask): Promise<ReadResult> => {
  const store = await postgresEventStore({ connection: url });
  const read = async (until: number): Promise<{ events: number; outOfOrder: number; characters: number }> => {
    let [after, events, outOfOrder, characters] = [0, 0, 0, 0];
    while (after < until) {
      const page = raw ? await store.readRaw(after, EVERYTHING) : await store.readAll(after, EVERYTHING);
      for (const event of page.events) {
        events += 1;
        if (event.position !== events || event.revision < 1) outOfOrder += 1;
        if ('data' in event) characters += (event.data as { readonly note: string }).note.length;
      }
      after = page.upTo;
    }
    return { events, outOfOrder, characters };
  };
  await read(Math.min(upTo, 20_000));
  const began = performance.now();
  const { events, outOfOrder } = await read(upTo);
  const rate = events / ((performance.now() - began) / 1000);
  await store.close();
  return { rate, counters: { ...SOUND, outOfOrder, lost: Math.max(0, upTo - events), doubled: Math.max(0, events - upTo) } };
};
