import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore, Position } from '@onmaru/event-sourcing';
import type { PoolClient } from 'pg';
import type { BoundView, Workshop } from './advance.js';
import type { NewlyParked } from './bookkeeping.js';
import { refold } from './refold.js';
import { rowHash, type RowHash } from './row-hash.js';
import { rowStore } from './row-store.js';
import { besideOf, createBeside, dropBeside, swapBeside } from './side-table.js';
import { qualified, type Table } from './table.js';
import { isDataError, transaction } from './transaction.js';

export type RebuildOptions = {
  /** Told after every page; `head` is the position to reach. */
  readonly onProgress?: (position: Position, head: Position) => void;
  /** Changes nothing: only answers whether the live rows are what the log makes of them. */
  readonly compareOnly?: boolean;
  readonly stop?: AbortSignal;
};

/** The hashes, of the live rows and of the rebuilt ones at one `position`, are there after `compareOnly`. */
export type Rebuilt = {
  readonly position: Position;
  readonly parked: readonly NewlyParked[];
  readonly hashes?: { readonly live: RowHash; readonly rebuilt: RowHash };
};

const SNAPSHOT = 'BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL synchronous_commit = off';
const LOCK_NOT_AVAILABLE = '55P03';
const PATIENCE = 200;

/** Takes the checkpoint, then the table, from everybody else. False when readers do not let go of the table in time. */
const seize = async (client: PoolClient, { books }: Workshop, view: string, table: Table): Promise<Position | null> => {
  await client.query("SAVEPOINT seizing; SET LOCAL lock_timeout = '2s'");
  try {
    const position = await books.hold(client, view);
    await client.query(`LOCK TABLE ${qualified(table)} IN ACCESS EXCLUSIVE MODE`);
    return position;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT seizing');
    return null;
  }
};

/** Folds the view from nothing beside its live rows; see {@link RebuildOptions}. Live folding pauses only for the swap. */
export const rebuild = async (
  workshop: Workshop,
  store: EventStore,
  bound: BoundView,
  options: RebuildOptions,
  careful = false,
): Promise<Rebuilt> => {
  const { view, table } = bound;
  const beside: BoundView = { view, table: besideOf(table), rows: rowStore(besideOf(table), view.personal) };
  const reading = { careful, onPage: options.onProgress, stop: options.stop };

  const compare = async (client: PoolClient): Promise<Rebuilt> => {
    await createBeside(client, table);
    const anew = refold(client, store, beside, reading);
    await anew.readTo(await workshop.books.standing(client, view.name));
    const hashes = { live: await rowHash(client, table), rebuilt: await rowHash(client, besideOf(table)) };
    await dropBeside(client, table);
    return { position: anew.position, parked: anew.parked, hashes };
  };

  const replace = async (client: PoolClient): Promise<Rebuilt> => {
    await createBeside(client, table);
    const anew = refold(client, store, beside, reading);
    await anew.readTo(await store.head());
    await client.query(`ANALYZE ${qualified(besideOf(table))}`);
    await anew.readTo(await store.head());
    options.stop?.throwIfAborted();
    let live = await seize(client, workshop, view.name, table);
    while (live === null) {
      await sleep(PATIENCE, undefined, { signal: options.stop });
      await anew.readTo(await store.head());
      live = await seize(client, workshop, view.name, table);
    }
    await anew.readTo(live);
    await swapBeside(client, table);
    await workshop.books.unpark(client, view.name);
    await workshop.books.park(client, view.name, anew.parked);
    await workshop.books.place(client, view.name, anew.position);
    return { position: anew.position, parked: anew.parked };
  };

  try {
    return await (options.compareOnly ? transaction(workshop.pool, compare, SNAPSHOT) : transaction(workshop.pool, replace));
  } catch (error) {
    if (careful || !isDataError(error)) throw error;
    return rebuild(workshop, store, bound, options, true);
  }
};
