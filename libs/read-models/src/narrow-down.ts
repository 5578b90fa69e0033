import type { StoredEvent } from '@onmaru/event-sourcing';
import type { PoolClient } from 'pg';
import type { BoundView } from './bound-view.js';
import type { NewlyParked } from './bookkeeping.js';
import { folding, reasonOf } from './folding.js';
import { isDataError } from './transaction.js';

/**
 * Folds and writes `events` inside the client's transaction, halving them until what the table refuses stands alone;
 * its stream joins those that are `parked`.
 */
export const narrowDown = async (client: PoolClient, bound: BoundView, events: readonly StoredEvent[], parked: NewlyParked[]): Promise<void> => {
  const [first] = events;
  if (!first) return;
  await client.query('SAVEPOINT narrowing');
  try {
    const some = folding(bound, { parked });
    const more = await some.take(client, events);
    await bound.rows.write(client, some.drain());
    parked.push(...more);
  } catch (error) {
    if (!isDataError(error)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT narrowing');
    if (events.length === 1) {
      parked.push({ tenant: first.tenant, stream: first.stream, position: first.position, reason: reasonOf(error) });
    } else {
      await narrowDown(client, bound, events.slice(0, events.length >> 1), parked);
      await narrowDown(client, bound, events.slice(events.length >> 1), parked);
    }
  }
  await client.query('RELEASE SAVEPOINT narrowing');
};
