import { gathered } from '@onmaru/event-sourcing';
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

type Entered = { readonly fresh: boolean; readonly redriven: boolean };
type Options = { readonly onlyIfNewer?: boolean };

const enter = (schema: string): string => {
  const own = pg.escapeIdentifier(schema);
  return `
    WITH given AS (
      SELECT * FROM unnest($2::text[], $3::text[], $4::bigint[], $5::uuid[]) WITH ORDINALITY AS g (tenant, key, position, id, n)),
    fresh AS (
      INSERT INTO ${own}.inbox AS i (inbox, tenant, key, position) SELECT $1, tenant, key, position FROM given ORDER BY tenant, key
      ON CONFLICT (inbox, tenant, key) DO UPDATE SET position = excluded.position WHERE i.position < excluded.position
      RETURNING tenant, key),
    redriven AS (
      UPDATE ${own}.dead_letter d SET done = array_append(d.done, $1) FROM given
      WHERE d.message_id = given.id AND NOT ($1 = ANY (d.done)) RETURNING d.message_id)
    SELECT EXISTS (SELECT FROM fresh f WHERE f.tenant = given.tenant AND f.key = given.key) AS fresh,
      EXISTS (SELECT FROM redriven r WHERE r.message_id = given.id) AS redriven
    FROM given ORDER BY n`;
};

const takenAs = ({ fresh, redriven }: Entered, { onlyIfNewer = false }: Options): Taken => {
  if (!fresh && !redriven) return 'seen';
  return !fresh && onlyIfNewer ? 'older' : 'done';
};

/**
 * Runs `effect` once for each message, in the transaction that also notes that it ran; messages that come at the same
 * moment share one, and where that fails each gets its own. Messages of a key come in order, so one mark per key tells
 * what was seen; a dead letter knows which effects it is still owed, so that a redrive makes up for those alone.
 * `onlyIfNewer` is for effects that overwrite: what was redriven never takes the place of newer state.
 */
export const withInbox = <One extends { readonly message: Message }>(
  { pool, schema, name }: Inbox,
  effect: (client: PoolClient, due: readonly One[]) => Promise<void>,
  options: Options = {},
): ((one: One) => Promise<Taken>) =>
  gathered((all: readonly One[]) =>
    transaction(pool, async (client) => {
      const column = <Value>(of: (message: Message) => Value): readonly Value[] => all.map(({ message }) => of(message));
      const values = [name, column(({ tenant }) => tenant), column(({ key }) => key), column(({ position }) => position), column(({ id }) => id)];
      const { rows } = await client.query<Entered>({ name: `enter-inbox-of-${schema}`, text: enter(schema), values });
      const taken = rows.map((entered) => takenAs(entered, options));
      const due = all.filter((_, n) => taken[n] === 'done');
      if (due.length > 0) await effect(client, due);
      return taken;
    }),
  );
