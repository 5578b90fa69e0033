import { recorded, type EventStore, type StoredEvent } from '@onmaru/event-sourcing';
import { readModelTables, viewRunner, type ViewRunner } from '@onmaru/read-models';
import type { Pool } from 'pg';
import { SOUND, type Counters } from '../bench.js';
import { onDatabase } from '../ground/log-database.js';
import { BENCH_TABLES, BENCH_VIEWS, TABLES, TRUTH } from './case-list.js';

export type ProjectTask = { readonly url: string; readonly upTo: number };
/** Events per second, and how many tables hold something else than the log says. */
export type ProjectResult = { readonly rate: number; readonly counters: Counters };

export const SCHEMA = 'bench';

export const emptyViews = (url: string): Promise<unknown> =>
  onDatabase(url, (client) => client.query(`drop schema if exists ${SCHEMA} cascade; create schema ${SCHEMA}; ${readModelTables(SCHEMA)} ${BENCH_TABLES}`));

export const runnerOf = (store: EventStore, pool: Pool): ViewRunner => viewRunner({ store, pool, schema: SCHEMA, views: BENCH_VIEWS });

/** Tables that differ from what SQL makes of the log. */
export const drift = (url: string): Promise<Counters> =>
  onDatabase(url, async (client) => {
    await client.query(`set timezone = 'UTC'`);
    const [truth, tables] = [await client.query<{ hash: string }>(TRUTH), await client.query<{ hash: string }>(TABLES)];
    return { ...SOUND, drift: truth.rows.filter(({ hash }, n) => hash !== tables.rows[n]?.hash).length };
  });

/** The limit: every event read, decoded and folded into rows in memory, for each view; nothing is written. */
export const foldAlone = async (store: EventStore, upTo: number): Promise<number> => {
  const rows = BENCH_VIEWS.map(() => new Map<string, object | null>());
  const fold = (stored: StoredEvent): void => {
    const event = recorded(BENCH_VIEWS[0]?.of.events ?? { context: '', types: {} }, stored);
    for (const [n, view] of BENCH_VIEWS.entries()) {
      const key = view.key ? view.key(event) : event.stream;
      if (key === null) continue;
      const id = `${event.tenant} ${String(key)}`;
      rows[n]?.set(id, view.fold(rows[n].get(id) ?? null, event));
    }
  };
  for (let after = 0; after < upTo; ) {
    const page = await store.readAll(after, { everyTenant: true, categories: ['case'] });
    page.events.forEach(fold);
    after = page.upTo;
  }
  return rows.reduce((sum, { size }) => sum + size, 0);
};
