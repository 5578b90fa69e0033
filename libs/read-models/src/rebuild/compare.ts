import type { EventStore, Position } from '@onmaru/event-sourcing';
import type { Pool } from 'pg';
import type { Bookkeeping } from '../bookkeeping.js';
import { rowHash, type RowHash } from '../row-hash.js';
import { transaction } from '../transaction.js';
import { readyBeside } from './beside.js';
import type { Compared } from './rebuild-book.js';
import type { RebuildWork } from './rebuild-work.js';
import { readTo } from './replace.js';

const SNAPSHOT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** The rows that serve, at one moment: where each view stands, and the hash of its rows, which takes its time. */
export type Serving = { readonly positions: Promise<ReadonlyMap<string, Position>>; hashOf(view: string): Promise<RowHash> };

/** Looks at one moment of what serves, while it goes on serving and being folded. */
export const serving = (pool: Pool, books: Bookkeeping, works: readonly RebuildWork[]): Serving => {
  const positions = Promise.withResolvers<ReadonlyMap<string, Position>>();
  const hashes = new Map(works.map(({ view }) => [view, Promise.withResolvers<RowHash>()]));
  const all = [positions, ...hashes.values()];
  const look = transaction(
    pool,
    async (client) => {
      const standing = new Map<string, Position>();
      for (const { view } of works) standing.set(view, await books.standing(client, view));
      positions.resolve(standing);
      for (const { view, table, beside } of works) hashes.get(view)?.resolve(await rowHash(client, table, beside.view.recorded));
    },
    SNAPSHOT,
  ).catch((error: unknown) => all.forEach(({ reject }) => reject(error)));
  // Who waits for one of them hears of it there; others may have ended before.
  void Promise.allSettled([look, ...all.map(({ promise }) => promise)]);
  return {
    positions: positions.promise,
    hashOf: (view) => hashes.get(view)?.promise ?? Promise.reject(new Error(`${view} was not looked at`)),
  };
};

/** Whether the rows that served are those that the log makes. Meanwhile the new rows get what queries need, where they are to serve. */
export const compare = async (store: EventStore, work: RebuildWork, served: Serving): Promise<Compared> => {
  const { pool, session } = work.at;
  const standing = (await served.positions).get(work.view) ?? 0;
  await readTo(store, work, Math.max(standing, work.limit), 'take');
  await work.settle();
  const hashing = transaction(pool, (client) => rowHash(client, work.beside.table, work.beside.view.recorded));
  const [{ rows, hash }] = await Promise.all([hashing, work.begun.compareOnly ? null : readyBeside(session, pool, work.table, hashing)]);
  const live = await served.hashOf(work.view);
  return { state: 'done', equal: work.position === standing && live.hash === hash, rows, hash };
};
