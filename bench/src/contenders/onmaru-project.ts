import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import pg from 'pg';
import { SOUND } from '../bench.js';
import { drift, emptyViews, foldAlone, runnerOf, type ProjectResult, type ProjectTask } from '../views/projecting.js';

const PATIENCE = 300_000;

/** Four views that follow the log from its beginning to its head; or, with `limit`, reading and folding alone. */
export const run = async ({ url, upTo, limit }: ProjectTask & { readonly limit: boolean }): Promise<ProjectResult> => {
  const store = await postgresEventStore({ connection: url });
  const pool = new pg.Pool({ connectionString: url, max: 6 });
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    return upTo / ((performance.now() - began) / 1000);
  };
  try {
    if (limit) return { rate: await timed(() => foldAlone(store, upTo)), counters: SOUND };
    await emptyViews(url);
    const runner = runnerOf(store, pool);
    const rate = await timed(async () => {
      await runner.start();
      if (!(await runner.waitFor(upTo, PATIENCE))) throw new Error(`the views did not get to ${upTo}: ${JSON.stringify(runner.status())}`);
    });
    await runner.stop();
    return { rate, counters: await drift(url) };
  } finally {
    await store.close();
    await pool.end();
  }
};
