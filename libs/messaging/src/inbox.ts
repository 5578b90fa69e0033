import { transaction } from '@onmaru/read-models';
import pg, { type Pool, type PoolClient } from 'pg';
import type { Message } from './message.js';

/**
 * `done`: the effect is there now. `seen`: it was there before. `older`: a redriven message whose key has moved on
 * since, left out because of `onlyIfNewer`.
 */
export type Taken = 'done' | 'seen' | 'older';

/** A name per effect: two handlers of one message need two. */
export type Inbox = { readonly pool: Pool; readonly schema: string; readonly name: string };

const enter = (schema: string): string => {
  const own = pg.escapeIdentifier(schema);
  return `
    WITH fresh AS (
      INSERT INTO ${own}.inbox AS i (inbox, tenant, key, position) VALUES ($1, $2, $3, $4)
      ON CONFLICT (inbox, tenant, key) DO UPDATE SET position = excluded.position WHERE i.position < excluded.position
      RETURNING 1),
    redriven AS (
      UPDATE ${own}.dead_letter SET done = array_append(done, $1) WHERE message_id = $5 AND NOT ($1 = ANY (done)) RETURNING 1)
    SELECT EXISTS (SELECT FROM fresh) AS fresh, EXISTS (SELECT FROM redriven) AS redriven`;
};

/**
 * Runs `effect` once, in the transaction that also notes that it ran. Messages of a key come in order, so one mark per
 * key tells what was seen; a dead letter knows which effects it is still owed, so that a redrive makes up for those
 * alone. `onlyIfNewer` is for effects that overwrite: what was redriven never takes the place of newer state.
 */
export const withInbox = (
  { pool, schema, name }: Inbox,
  message: Message,
  effect: (client: PoolClient) => Promise<void>,
  options: { readonly onlyIfNewer?: boolean } = {},
): Promise<Taken> =>
  transaction(pool, async (client) => {
    const { tenant, key, position, id } = message;
    const entered = await client.query<{ fresh: boolean; redriven: boolean }>(enter(schema), [name, tenant, key, position, id]);
    const { fresh = false, redriven = false } = entered.rows[0] ?? {};
    if (!fresh && !redriven) return 'seen';
    if (!fresh && options.onlyIfNewer) return 'older';
    await effect(client);
    return 'done';
  });
