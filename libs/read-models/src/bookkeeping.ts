import pg, { type Pool, type PoolClient } from 'pg';
import type { Position } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import { IN_A_HURRY } from './transaction.js';
import { generationOf, type AnyView } from './view.js';

/** A stream that a view could not fold on from `position`; the view's other streams go on. */
export type Parked = {
  readonly view: string;
  readonly tenant: string;
  readonly stream: string;
  readonly position: Position;
  readonly reason: string;
  readonly parkedAt: Instant;
};

export type NewlyParked = Omit<Parked, 'view' | 'parkedAt'>;

/**
 * Where a view stands. `epoch` counts how often its rows were changed otherwise than by moving on: what was kept of them
 * in memory is of no use then. `generation`: that of the fold that made the rows.
 */
export type Standing = { readonly position: Position; readonly epoch: number; readonly generation: number };

/** A view as its checkpoint knows it. */
export type Named = Pick<AnyView, 'name' | 'generation'>;

/** The rows that serve are not of the generation that this program folds, which leaves them alone. */
export class OtherGeneration extends Error {
  override readonly name = 'OtherGeneration';

  constructor(view: Named, generation: number) {
    super(`the rows of the view ${view.name} are of generation ${generation}; this program folds ${generationOf(view)}`);
  }
}

/** The runner's own tables in a schema, quoted. */
export const ownTables = (schema: string) => {
  const own = pg.escapeIdentifier(schema);
  return { checkpoint: `${own}.view_checkpoint`, parked: `${own}.parked_stream`, rebuild: `${own}.view_rebuild` };
};

/** DDL of the runner's own tables in a schema that exists; harmless when repeated, and adds what older programs did not make. */
export const readModelTables = (schema: string): string => {
  const { checkpoint, parked, rebuild } = ownTables(schema);
  return `
    CREATE TABLE IF NOT EXISTS ${checkpoint} (view text PRIMARY KEY, position bigint NOT NULL DEFAULT 0, epoch bigint NOT NULL DEFAULT 0,
      generation integer NOT NULL DEFAULT 1);
    DO $$ BEGIN -- ALTER TABLE waits for whoever looks, also where there is nothing to do.
      IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = '${checkpoint}'::regclass AND attname = 'epoch' AND NOT attisdropped) THEN
        ALTER TABLE ${checkpoint} ADD COLUMN IF NOT EXISTS epoch bigint NOT NULL DEFAULT 0;
      END IF;
      IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = '${checkpoint}'::regclass AND attname = 'generation' AND NOT attisdropped) THEN
        ALTER TABLE ${checkpoint} ADD COLUMN IF NOT EXISTS generation integer NOT NULL DEFAULT 1;
      END IF;
    END $$;
    CREATE TABLE IF NOT EXISTS ${parked} (
      view text NOT NULL, tenant text NOT NULL, stream text NOT NULL, position bigint NOT NULL,
      reason text NOT NULL, parked_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (view, tenant, stream));
    CREATE TABLE IF NOT EXISTS ${rebuild} (
      view text PRIMARY KEY, state text NOT NULL, attempt integer NOT NULL, fingerprint text NOT NULL, compare_only boolean NOT NULL,
      position bigint NOT NULL, head bigint NOT NULL, events bigint NOT NULL, per_second float8 NOT NULL, parked jsonb NOT NULL,
      started_at timestamptz NOT NULL DEFAULT now(), finished_at timestamptz, reason text, equal boolean, rows bigint, hash text);`;
};

/** Checkpoints and parked streams of one schema. */
export const bookkeeping = (schema: string) => {
  const { checkpoint, parked } = ownTables(schema);
  return {
    /** Where each view stands, in their order; one that has seen nothing yet begins in the generation of this program. */
    async checkpoints(pool: Pool, views: readonly Named[]): Promise<readonly Standing[]> {
      const [names, generations] = [views.map(({ name }) => name), views.map(generationOf)];
      await pool.query(
        `INSERT INTO ${checkpoint} AS c (view, generation) SELECT * FROM unnest($1::text[], $2::int[])
         ON CONFLICT (view) DO UPDATE SET generation = excluded.generation WHERE c.position = 0 AND c.generation < excluded.generation`,
        [names, generations],
      );
      const found = await pool.query<[string, string, string, number]>({
        text: `SELECT view, position, epoch, generation FROM ${checkpoint} WHERE view = ANY ($1)`,
        values: [names],
        rowMode: 'array',
      });
      const standings = new Map(found.rows.map(([view, position, epoch, generation]) => [view, { position: Number(position), epoch: Number(epoch), generation }]));
      return names.map((name, place) => standings.get(name) ?? { position: 0, epoch: 0, generation: generations[place] as number });
    },

    /** Compare and set: the views that moved; a view not in the answer, or its rows, were in the hands of somebody else, or of another generation. */
    async move(client: Pool | PoolClient, moves: readonly { readonly view: string; readonly from: Standing }[], to: Position): Promise<string[]> {
      const moved = await client.query<{ view: string }>(
        `UPDATE ${checkpoint} c SET position = $3 FROM ${IN_A_HURRY}, unnest($1::text[], $2::bigint[], $4::bigint[], $5::int[]) AS m (view, position, epoch, generation)
         WHERE c.view = m.view AND c.position = m.position AND c.epoch = m.epoch AND c.generation = m.generation RETURNING c.view`,
        [moves.map(({ view }) => view), moves.map(({ from }) => from.position), to, moves.map(({ from }) => from.epoch), moves.map(({ from }) => from.generation)],
      );
      return moved.rows.map(({ view }) => view);
    },

    /** Where the view stands, as the transaction sees it. */
    async standing(client: PoolClient, view: string): Promise<Position> {
      const found = await client.query<{ position: string }>(`SELECT position FROM ${checkpoint} WHERE view = $1`, [view]);
      return Number(found.rows[0]?.position ?? 0);
    },

    /**
     * Where the view stands, for those who change its rows, or replace them by rows of this program's generation; until the
     * end of the transaction nobody else moves it. Throws {@link OtherGeneration}.
     */
    async hold(client: PoolClient, view: Named, what: 'change' | 'replace'): Promise<Position> {
      const found = await client.query<{ position: string; generation: number }>(
        `UPDATE ${checkpoint} SET epoch = epoch + 1, generation = greatest(generation, $2) WHERE view = $1 RETURNING position, generation`,
        [view.name, what === 'replace' ? generationOf(view) : 0],
      );
      const [held] = found.rows;
      if (held && held.generation !== generationOf(view)) throw new OtherGeneration(view, held.generation);
      return Number(held?.position ?? 0);
    },

    async place(client: PoolClient, view: string, position: Position): Promise<void> {
      await client.query(`UPDATE ${checkpoint} SET position = $2 WHERE view = $1`, [view, position]);
    },

    async parked(client: Pool | PoolClient, views: readonly string[]): Promise<Parked[]> {
      const found = await client.query<Parked>(
        `SELECT view, tenant, stream, position::float8 AS position, reason,
           to_char(parked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "parkedAt"
         FROM ${parked} WHERE view = ANY ($1) ORDER BY view, parked_at, tenant, stream`,
        [views],
      );
      return found.rows;
    },

    async park(client: PoolClient, view: string, streams: readonly NewlyParked[]): Promise<void> {
      if (streams.length === 0) return;
      const column = (name: keyof NewlyParked) => streams.map((stream) => stream[name]);
      await client.query(
        `INSERT INTO ${parked} (view, tenant, stream, position, reason)
         SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[], $5::text[])
         ON CONFLICT (view, tenant, stream) DO UPDATE
         SET position = excluded.position, reason = excluded.reason, parked_at = excluded.parked_at`,
        [view, column('tenant'), column('stream'), column('position'), column('reason')],
      );
    },

    /** Unparks one stream, or, without a name, every stream of the view. */
    async unpark(client: PoolClient, view: string, tenant?: string, stream?: string): Promise<void> {
      await client.query(
        `DELETE FROM ${parked} WHERE view = $1 AND ($2::text IS NULL OR (tenant = $2 AND stream = $3))`,
        [view, tenant ?? null, stream ?? null],
      );
    },
  };
};

export type Bookkeeping = ReturnType<typeof bookkeeping>;
