import type { Position } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import type { Pool, PoolClient } from 'pg';
import { ownTables, type NewlyParked } from '../bookkeeping.js';

/**
 * How a rebuild of one view stands. `position` of `head` has been folded; `eventsPerSecond` counts positions of the
 * log. `equal`: the rows that served were those that the log makes; `rows` and `hash` are of the rebuilt ones.
 */
export type Rebuild = {
  readonly view: string;
  readonly state: 'running' | 'paused' | 'done' | 'failed';
  readonly compareOnly: boolean;
  readonly position: Position;
  readonly head: Position;
  readonly eventsPerSecond: number;
  readonly startedAt: Instant;
  readonly finishedAt?: Instant;
  readonly equal?: boolean;
  readonly rows?: number;
  readonly hash?: string;
  readonly reason?: string;
};

/** What a rebuild that was begun before has reached, as it was committed with its rows. */
export type Begun = { readonly attempt: number; readonly position: Position; readonly parked: readonly NewlyParked[]; readonly compareOnly: boolean };

/** One step of a rebuild: from a position to another, in the attempt that does it. */
export type Step = { readonly view: string; readonly attempt: number; readonly from: Position; readonly to: Position };
export type Pulse = { readonly events: number; readonly perSecond: number; readonly parked: readonly NewlyParked[] };
/** What a rebuild finds when it is complete. */
export type Compared = { readonly state: 'done'; readonly equal: boolean; readonly rows: number; readonly hash: string };
export type Outcome =
  | Compared
  | { readonly state: 'paused' }
  | { readonly state: 'failed'; readonly reason: string };

const moment = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The one who works on a view's rebuild holds this lock. */
export const lockOf = (schema: string, view: string): string => `rebuild ${schema} ${view}`;

/** The rebuilds of one schema. */
export const rebuildBook = (schema: string) => {
  const { rebuild } = ownTables(schema);
  const isHeld = `EXISTS (SELECT FROM pg_locks l, hashtextextended('rebuild ' || $1 || ' ' || r.view, 0) AS k WHERE l.locktype = 'advisory' AND l.granted
    AND l.objsubid = 1 AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND l.classid::bigint = (k >> 32) & 4294967295 AND l.objid::bigint = k & 4294967295)`;
  const columns = `view, CASE WHEN state = 'running' AND NOT ${isHeld} THEN 'paused' ELSE state END AS state, compare_only AS "compareOnly",
    position::float8 AS position, head::float8 AS head, round(per_second)::float8 AS "eventsPerSecond", ${moment('started_at')} AS "startedAt",
    ${moment('finished_at')} AS "finishedAt", equal, rows::float8 AS rows, hash, reason`;

  return {
    /** The newest rebuild of each view. One that says it runs, with nobody at it, was interrupted: it is paused. */
    async list(pool: Pool): Promise<readonly Rebuild[]> {
      const { rows } = await pool.query<Rebuild>(`SELECT ${columns} FROM ${rebuild} r ORDER BY started_at, view`, [schema]);
      return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Rebuild);
    },

    /** What there is to go on from: an unfinished rebuild of this shape. Null: it begins anew. */
    async unfinished(client: PoolClient, view: string, fingerprint: string): Promise<Begun | null> {
      const { rows } = await client.query<Begun>(
        `SELECT attempt, position::float8 AS position, parked, compare_only AS "compareOnly" FROM ${rebuild}
         WHERE view = $1 AND state <> 'done' AND fingerprint = $2`,
        [view, fingerprint],
      );
      return rows[0] ?? null;
    },

    /** Answers the number of the attempt. What other attempts still write is refused from here on. */
    async begin(client: PoolClient, view: string, fingerprint: string, compareOnly: boolean): Promise<number> {
      const { rows } = await client.query<{ attempt: number }>(
        `INSERT INTO ${rebuild} AS r (view, state, attempt, fingerprint, compare_only, position, head, events, per_second, parked)
         VALUES ($1, 'running', 1, $2, $3, 0, 0, 0, 0, '[]')
         ON CONFLICT (view) DO UPDATE SET state = 'running', attempt = r.attempt + 1, fingerprint = $2, compare_only = $3, position = 0, head = 0,
           events = 0, per_second = 0, parked = '[]', started_at = now(), finished_at = NULL, reason = NULL, equal = NULL, rows = NULL, hash = NULL
         RETURNING attempt`,
        [view, fingerprint, compareOnly],
      );
      return rows[0]?.attempt ?? 0;
    },

    async goOn(client: PoolClient, view: string): Promise<number> {
      const { rows } = await client.query<{ attempt: number }>(
        `UPDATE ${rebuild} SET state = 'running', attempt = attempt + 1, reason = NULL WHERE view = $1 RETURNING attempt`,
        [view],
      );
      return rows[0]?.attempt ?? 0;
    },

    /** The position that the rebuild aims at. */
    async aim(client: PoolClient, view: string, head: Position): Promise<void> {
      await client.query(`UPDATE ${rebuild} SET head = $2 WHERE view = $1`, [view, head]);
    },

    /** Compare and set, in the transaction that writes the rows. False: paused, cancelled or overtaken. */
    async move(client: PoolClient, { view, attempt, from, to }: Step, { events, perSecond, parked }: Pulse): Promise<boolean> {
      const moved = await client.query(
        `UPDATE ${rebuild} SET position = $4, head = greatest(head, $4), events = events + $5, per_second = $6, parked = parked || $7::jsonb
         WHERE view = $1 AND attempt = $2 AND position = $3 AND state = 'running'`,
        [view, attempt, from, to, events, perSecond, JSON.stringify(parked)],
      );
      return moved.rowCount === 1;
    },

    /** Ends the attempt, unless somebody has begun another. */
    async end(client: PoolClient, view: string, attempt: number, outcome: Outcome): Promise<void> {
      const { equal = null, rows = null, hash = null, reason = null } = { ...outcome } as Partial<Rebuild>;
      await client.query(
        `UPDATE ${rebuild} SET state = $3, equal = $4, rows = $5, hash = $6, reason = $7, finished_at = CASE WHEN $3 = 'paused' THEN NULL ELSE clock_timestamp() END
         WHERE view = $1 AND attempt = $2 AND state = 'running'`,
        [view, attempt, outcome.state, equal, rows, hash, reason],
      );
    },

    /** Whoever is at work on it, here or elsewhere, is refused its next step. */
    async pause(pool: Pool, view: string): Promise<void> {
      await pool.query(`UPDATE ${rebuild} SET state = 'paused' WHERE view = $1 AND state = 'running'`, [view]);
    },

    async remove(pool: Pool | PoolClient, view: string): Promise<void> {
      await pool.query(`DELETE FROM ${rebuild} WHERE view = $1`, [view]);
    },
  };
};

export type RebuildBook = ReturnType<typeof rebuildBook>;
