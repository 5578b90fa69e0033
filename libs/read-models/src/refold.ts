import type { EventStore, Position, StoredEvent } from '@onmaru/event-sourcing';
import type { PoolClient } from 'pg';
import { categoriesOf, concerning, type BoundView } from './advance.js';
import type { NewlyParked } from './bookkeeping.js';
import { folding, reasonOf, type Folding } from './folding.js';
import { isDataError } from './transaction.js';

/** Rows held in memory before they are written: a row is mostly folded many times and written once. */
const HELD = 50_000;

/** Folds the log from its beginning into a table that is empty, inside the client's transaction. */
export type Refold = {
  readonly parked: readonly NewlyParked[];
  readonly position: Position;
  /** Folds everything up to `limit` exactly. */
  readTo(limit: Position): Promise<void>;
};

export type RefoldOptions = {
  /** Events are written so that the one whose values the table refuses is found; slow. */
  readonly careful: boolean;
  readonly onPage?: (position: Position, limit: Position) => void;
  readonly stop?: AbortSignal;
};

/** Folds and writes `events`, halving them until what the table refuses stands alone; its stream is parked. */
const narrowDown = async (client: PoolClient, bound: BoundView, events: readonly StoredEvent[], parked: NewlyParked[]): Promise<void> => {
  const { view, table, rows } = bound;
  const [first] = events;
  if (!first) return;
  await client.query('SAVEPOINT narrowing');
  try {
    const some = folding(view, table.key, rows, { parked });
    const more = await some.take(client, events);
    await some.flush(client);
    parked.push(...more);
  } catch (error) {
    if (!isDataError(error)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT narrowing');
    if (events.length === 1) {
      parked.push({ tenant: first.tenant, stream: first.stream, position: first.position, reason: reasonOf(error) });
      return;
    }
    await narrowDown(client, bound, events.slice(0, events.length >> 1), parked);
    await narrowDown(client, bound, events.slice(events.length >> 1), parked);
  }
  await client.query('RELEASE SAVEPOINT narrowing');
};

const inBulk = async (client: PoolClient, rows: Folding, events: readonly StoredEvent[], parked: NewlyParked[]): Promise<void> => {
  parked.push(...(await rows.take(client, events)));
  if (rows.held < HELD) return;
  await rows.flush(client);
  rows.forget();
};

export const refold = (client: PoolClient, store: EventStore, bound: BoundView, options: RefoldOptions): Refold => {
  const { view, table, rows } = bound;
  const bulk = folding(view, table.key, rows, { parked: [], empty: true });
  const filter = { everyTenant: true, categories: categoriesOf(view) } as const;
  const parked: NewlyParked[] = [];
  let position: Position = 0;
  return {
    parked,
    get position() {
      return position;
    },
    async readTo(limit) {
      while (position < limit) {
        options.stop?.throwIfAborted();
        const page = await store.readAll(position, filter);
        if (page.upTo <= position) throw new Error(`the log ends at ${position}, before ${limit}`);
        const events = concerning(view, page.events, position, limit);
        await (options.careful ? narrowDown(client, bound, events, parked) : inBulk(client, bulk, events, parked));
        position = Math.min(page.upTo, limit);
        options.onPage?.(position, limit);
      }
      await bulk.flush(client);
    },
  };
};
