import type { EventStore, Filter, Position } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import type { Pool, PoolClient } from 'pg';
import { categoriesOf, concerning, type BoundView } from './bound-view.js';
import type { NewlyParked } from './bookkeeping.js';
import { folding } from './folding.js';
import { createBeside } from './rebuild/beside.js';
import { bulkStore } from './rebuild/bulk-store.js';
import { narrowDown } from './narrow-down.js';
import { pagesAhead } from './pages-ahead.js';
import { rowHash } from './row-hash.js';
import { qualified } from './table.js';
import { isDataError, transaction } from './transaction.js';

/** A part of the log: after a position or from what happened at a moment on, up to a position or a moment, of one tenant, of some stored types. */
export type Part = {
  readonly from?: Position;
  readonly upTo?: Position;
  readonly since?: Instant;
  readonly until?: Instant;
  readonly tenant?: string;
  readonly types?: readonly string[];
};

export type ScratchOptions = Part & {
  /** All of the service's, where this is left out. */
  readonly views?: readonly string[];
  readonly onProgress?: (position: Position, head: Position) => void;
  readonly stop?: AbortSignal;
};

/** What a part of the log makes of a view. `parked`: streams that could not be folded to their end. */
export type Scratched = { readonly view: string; readonly rows: number; readonly hash: string; readonly parked: number };

/** `forget` lets go of what was read of a page. */
type Source = { readonly pool: Pool; readonly store: EventStore; readonly forget: () => void };

/** Rows that are held before they are written. */
const HELD = 50_000;
const TEMPORARY = 'BEGIN; SET LOCAL synchronous_commit = off';

/** Folds a part of the log into tables of its own, which are gone when it has answered. The views that serve are not touched. */
export const scratch = async (source: Source, live: readonly BoundView[], options: ScratchOptions, careful = false): Promise<readonly Scratched[]> => {
  const { pool, store, forget } = source;
  const { from = 0, upTo = Infinity, since, until, tenant, types } = options;
  const bounds = live.map((bound) => {
    const table = { ...bound.table, schema: 'pg_temp' };
    return { ...bound, table, live: bound.table, rows: bulkStore(table, bound.view.personal), parked: [] as NewlyParked[] };
  });
  const filter: Filter = {
    ...(tenant === undefined ? { everyTenant: true } : { tenant }),
    categories: [...new Set(bounds.flatMap(({ view }) => categoriesOf(view)))],
    ...(types && { types }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
  const folded = async (client: PoolClient): Promise<readonly Scratched[]> => {
    for (const { table, live: like } of bounds) await createBeside(client, like, table, 'TEMPORARY');
    const works = bounds.map((bound) => ({ bound, rows: folding(bound, { parked: [], empty: true }) }));
    const head = Math.min(upTo, await store.head());
    for await (const { events, upTo: position } of pagesAhead(store, from, head, filter)) {
      options.stop?.throwIfAborted();
      for (const { bound, rows } of works) {
        const own = concerning(bound.view, events, from, head);
        if (careful) await narrowDown(client, bound, own, bound.parked);
        else bound.parked.push(...(await rows.take(client, own)));
        if (rows.held <= HELD) continue;
        await bound.rows.write(client, rows.drain());
        rows.shed();
      }
      forget();
      options.onProgress?.(Math.min(position, head), head);
    }
    const found: Scratched[] = [];
    for (const { bound, rows } of works) {
      await bound.rows.write(client, rows.drain());
      found.push({ view: bound.view.name, ...(await rowHash(client, bound.table, bound.view.recorded)), parked: bound.parked.length });
    }
    for (const { table } of bounds) await client.query(`DROP TABLE ${qualified(table)}`);
    return found;
  };
  try {
    return await transaction(pool, folded, TEMPORARY);
  } catch (error) {
    if (careful || !isDataError(error)) throw error;
    return scratch(source, live, options, true);
  }
};
