import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import pg from 'pg';
import { drift, emptyViews, runnerOf, type ProjectResult, type ProjectTask } from '../views/projecting.js';
import type { Seen } from './bystanders.js';
import { inChild } from './in-child.js';

const PATIENCE = 300_000;

export type RebuildResult = ProjectResult & { readonly seen: Seen };

/** All four views rebuilt and swapped in, while others append and look. */
export const run = async ({ url, upTo }: ProjectTask): Promise<RebuildResult> => {
  const store = await postgresEventStore({ connection: url });
  const pool = new pg.Pool({ connectionString: url, max: 6 });
  await emptyViews(url);
  const runner = runnerOf(store, pool);
  await runner.start();
  if (!(await runner.waitFor(upTo, PATIENCE))) throw new Error('the views did not follow');
  const bystanders = inChild<Seen>('bystanders', { url });
  while ((await store.head()) === upTo) await new Promise((resolve) => setTimeout(resolve, 50));
  const began = performance.now();
  const { ended } = await runner.rebuilds.start();
  await ended;
  const seconds = (performance.now() - began) / 1000;
  await pool.query('create table bench.over ()');
  const seen = await bystanders;
  const states = await runner.rebuilds.list();
  if (states.some(({ state, equal }) => state !== 'done' || equal === false)) throw new Error(`a rebuild did not end well: ${JSON.stringify(states)}`);
  await runner.waitFor(await store.head(), PATIENCE);
  const counters = await drift(url);
  await runner.stop();
  await store.close();
  await pool.end();
  return { rate: upTo / seconds, counters, seen };
};
