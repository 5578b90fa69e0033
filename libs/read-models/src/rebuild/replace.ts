import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore, Position } from '@onmaru/event-sourcing';
import type { PoolClient } from 'pg';
import { categoriesOf } from '../bound-view.js';
import type { Bookkeeping } from '../bookkeeping.js';
import { qualified } from '../table.js';
import { swapBeside, tidyAfterSwap } from './beside.js';
import type { Compared } from './rebuild-book.js';
import type { RebuildWork } from './rebuild-work.js';

/** Milliseconds for which readers wait at most behind somebody who does not let go of the table, and the pauses between. */
const LOCK_TIMEOUT = 25;
const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 1000;

const isLockTimeout = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03';

/** Folds everything up to `limit` exactly; inside a transaction only with `fold`. */
export const readTo = async (store: EventStore, work: RebuildWork, limit: Position, how: 'take' | 'fold'): Promise<void> => {
  work.limit = limit;
  const filter = { everyTenant: true, categories: categoriesOf(work.beside.view) } as const;
  while (work.position < limit) {
    const page = await store.readAll(work.position, filter);
    if (page.upTo <= work.position) throw new Error(`the log ends at ${work.position}, before ${limit}`);
    await work[how](page);
  }
};

/** Everything that readers wait for happens in the last statement before the commit. */
const seize = async (client: PoolClient, { table }: RebuildWork): Promise<boolean> => {
  try {
    await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT}`);
    await client.query(`LOCK TABLE ${qualified(table)} IN ACCESS EXCLUSIVE MODE; ${swapBeside(table)}`);
    return true;
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    return false;
  }
};

const swap = async (store: EventStore, books: Bookkeeping, work: RebuildWork): Promise<boolean> => {
  const { session } = work.at;
  try {
    const { swapped, draft } = await session.transaction(async (client) => {
      const live = await books.hold(client, work.beside.view, 'replace');
      await readTo(store, work, live, 'fold');
      const written = await work.writeIn(client);
      await client.query('SAVEPOINT swapping');
      await books.unpark(client, work.view);
      await books.park(client, work.view, work.parked);
      await books.place(client, work.view, work.position);
      const got = await seize(client, work);
      if (!got) await client.query('ROLLBACK TO SAVEPOINT swapping');
      return { swapped: got, draft: written };
    });
    work.wrote(draft);
    return swapped;
  } catch (error) {
    // Somebody folds into the live rows for longer than we care to wait.
    if (!isLockTimeout(error)) throw error;
    return false;
  }
};

/** Puts the rows beside in the place of those that serve. False when it was asked to stop before. */
export const replace = async (store: EventStore, books: Bookkeeping, work: RebuildWork, done: Compared): Promise<boolean> => {
  const { session, book } = work.at;
  for (let pause = SHORTEST_PAUSE; !work.stopping; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
    await readTo(store, work, await store.head(), 'take');
    await work.settle();
    if (await swap(store, books, work)) {
      await session.transaction(async (client) => {
        await tidyAfterSwap(client, work.table);
        await book.end(client, work.view, work.begun.attempt, done);
      });
      return true;
    }
    await sleep(pause);
  }
  return false;
};
