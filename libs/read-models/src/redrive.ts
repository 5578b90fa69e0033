import type { EventStore, Position, StoredEvent } from '@onmaru/event-sourcing';
import type { PoolClient } from 'pg';
import type { Workshop } from './advance.js';
import { categoriesOf, concerning, type BoundView } from './bound-view.js';
import type { NewlyParked, Parked } from './bookkeeping.js';
import { folding, reasonOf } from './folding.js';
import { keyFor, keyOf } from './keys.js';
import type { RowKey } from './row-store.js';
import { isDataError, transaction } from './transaction.js';

const nameOf = ({ tenant, key }: RowKey): string => [tenant, ...key].join('\u0000');

/** The rows that a stream has a part in, as far as it can be read. */
const rowsOf = ({ view, read }: BoundView, events: readonly StoredEvent[]): ReadonlyMap<string, RowKey> => {
  const found = new Map<string, RowKey>();
  for (const stored of events) {
    try {
      const event = read(stored);
      const key = event && keyFor(view, event);
      if (key !== null) found.set(nameOf({ tenant: stored.tenant, key: keyOf(key) }), { tenant: stored.tenant, key: keyOf(key) });
    } catch (error) {
      if (error instanceof Error) return found;
      throw error;
    }
  }
  return found;
};

/** Whether an event belongs to what the view has folded: it is not behind the place where its stream was parked. */
const foldedFor = (others: readonly Parked[]) => {
  const until = new Map(others.map(({ tenant, stream, position }) => [`${tenant}/${stream}`, position]));
  return ({ tenant, stream, position }: StoredEvent): boolean => position < (until.get(`${tenant}/${stream}`) ?? Infinity);
};

/**
 * Folds a parked stream again from its first event, with everything else that had a part in the same rows, and unparks
 * it; or parks it again where it still cannot be folded. Answers the new reason, null when all is well.
 */
export const redrive = async (
  { pool, books, onParked }: Workshop,
  store: EventStore,
  bound: BoundView,
  { tenant, stream }: { readonly tenant: string; readonly stream: string },
): Promise<NewlyParked | null> => {
  const { view, rows } = bound;
  const affected = rowsOf(bound, await store.readStream(tenant, stream));
  const filter = { tenant, categories: categoriesOf(view) };

  const foldAgain = async (client: PoolClient, others: () => Promise<readonly Parked[]>): Promise<readonly NewlyParked[]> => {
    const anew = folding(bound, { parked: [], empty: true, wanted: (at) => affected.has(nameOf(at)) });
    const parked: NewlyParked[] = [];
    let position: Position = 0;
    const readTo = async (limit: Position): Promise<void> => {
      const folded = foldedFor(await others());
      while (position < limit) {
        const page = await store.readAll(position, filter);
        const events = concerning(view, page.events, position, limit).filter(folded);
        parked.push(...(await anew.take(client, events)));
        position = Math.min(page.upTo, limit);
      }
    };
    await readTo(await books.standing(client, view.name));
    await readTo(await books.hold(client, view, 'change'));
    await rows.write(client, { erased: [], changes: [...affected.values()].map((at) => ({ ...at, row: null, stored: true })) });
    // The other rows have been through their erasures.
    await rows.write(client, { ...anew.drain(), erased: [] });
    return parked;
  };

  const parked = await transaction(pool, async (client) => {
    const all = await books.parked(client, [view.name]);
    const before = all.find((one) => one.tenant === tenant && one.stream === stream);
    if (!before) throw new Error(`${stream} is not parked by ${view.name}`);
    const others = async () => (await books.parked(client, [view.name])).filter((one) => one.tenant !== tenant || one.stream !== stream);
    await client.query('SAVEPOINT redriving');
    const again = await foldAgain(client, others).catch(async (error: unknown): Promise<readonly NewlyParked[]> => {
      if (!isDataError(error)) throw error;
      await client.query('ROLLBACK TO SAVEPOINT redriving');
      return [{ tenant, stream, position: before.position, reason: reasonOf(error) }];
    });
    await books.unpark(client, view.name, tenant, stream);
    await books.park(client, view.name, again);
    return again;
  });
  for (const one of parked) onParked(view.name, one);
  return parked.find((one) => one.tenant === tenant && one.stream === stream) ?? null;
};
