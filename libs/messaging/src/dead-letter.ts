import type { Instant } from '@onmaru/time';
import { transaction } from '@onmaru/read-models';
import pg, { type Pool } from 'pg';
import type { Message } from './message.js';

/** A message that a group gave up on, as it came: what is sealed in it is still sealed. */
export type DeadLetter = {
  readonly group: string;
  readonly message: Message;
  /** Never empty, and without personal text. */
  readonly reason: string;
  readonly attempts: number;
  readonly diedAt: Instant;
};

/** Messages that wait for somebody to mend what keeps them from being taken. @port */
export type DeadLetters = {
  /** Keeps the message; one that is kept already gets the new reason, and its attempts are added up. */
  put(group: string, message: Message, reason: string, attempts: number): Promise<void>;
  has(group: string, id: string): Promise<boolean>;
  /** In the order in which they died; of one group, or of all. */
  list(group?: string): Promise<readonly DeadLetter[]>;
  remove(group: string, id: string): Promise<void>;
};

export const inMemoryDeadLetters = (now: () => Instant): DeadLetters => {
  const kept = new Map<string, DeadLetter>();
  const named = (group: string, id: string): string => `${group}/${id}`;
  return {
    put(group, message, reason, attempts) {
      const before = kept.get(named(group, message.id));
      const all = attempts + (before?.attempts ?? 0);
      kept.set(named(group, message.id), { group, message, reason, attempts: all, diedAt: before?.diedAt ?? now() });
      return Promise.resolve();
    },
    has: (group, id) => Promise.resolve(kept.has(named(group, id))),
    list: (group) => Promise.resolve([...kept.values()].filter((one) => group === undefined || one.group === group)),
    remove(group, id) {
      kept.delete(named(group, id));
      return Promise.resolve();
    },
  };
};

/** Dead letters in `dead_letter` of the service's schema, see `messagingTables`. */
export const postgresDeadLetters = (pool: Pool, schema: string): DeadLetters => {
  const own = pg.escapeIdentifier(schema);
  return {
    async put(group, message, reason, attempts) {
      const { id, tenant, topic, type, key, position, traceparent } = message;
      // The effects that the message has had are noted while its key stands still: a redrive owes the others alone.
      await transaction(pool, async (client) => {
        const marks = await client.query<{ inbox: string }>(
          `SELECT inbox FROM ${own}.inbox WHERE tenant = $1 AND key = $2 AND position >= $3 FOR UPDATE`,
          [tenant, key, position],
        );
        await client.query(
          `INSERT INTO ${own}.dead_letter AS d
             (consumer_group, message_id, tenant, topic, type, key, position, reason, traceparent, attempts, payload, done)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
           ON CONFLICT (consumer_group, message_id) DO UPDATE SET reason = excluded.reason, attempts = d.attempts + excluded.attempts`,
          [group, id, tenant, topic, type, key, position, reason, traceparent ?? null, attempts, JSON.stringify(message), marks.rows.map(({ inbox }) => inbox)],
        );
      });
    },
    async has(group, id) {
      const found = await pool.query(`SELECT FROM ${own}.dead_letter WHERE consumer_group = $1 AND message_id = $2`, [group, id]);
      return found.rowCount === 1;
    },
    async list(group) {
      const found = await pool.query<Omit<DeadLetter, 'message'> & { payload: string }>(
        `SELECT consumer_group AS "group", reason, attempts, payload,
           to_char(died_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "diedAt"
         FROM ${own}.dead_letter WHERE $1::text IS NULL OR consumer_group = $1 ORDER BY died_at, position`,
        [group ?? null],
      );
      return found.rows.map(({ payload, ...letter }) => ({ ...letter, message: JSON.parse(payload) as Message }));
    },
    async remove(group, id) {
      await pool.query(`DELETE FROM ${own}.dead_letter WHERE consumer_group = $1 AND message_id = $2`, [group, id]);
    },
  };
};
