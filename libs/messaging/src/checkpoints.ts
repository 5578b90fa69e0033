import type { Position } from '@onmaru/event-sourcing';
import { IN_A_HURRY } from '@onmaru/read-models';
import pg, { type Pool } from 'pg';

/** How far each group has got. @port */
export type Checkpoints = {
  read(group: string): Promise<Position>;
  /** Compare and set; false when somebody else has moved it. */
  move(group: string, from: Position, to: Position): Promise<boolean>;
};

export const inMemoryCheckpoints = (): Checkpoints => {
  const positions = new Map<string, Position>();
  const at = (group: string): Position => positions.get(group) ?? 0;
  return {
    read: (group) => Promise.resolve(at(group)),
    move(group, from, to) {
      const moved = at(group) === from;
      if (moved) positions.set(group, to);
      return Promise.resolve(moved);
    },
  };
};

/** Checkpoints in `bus_checkpoint` of the service's schema, see `messagingTables`. */
export const postgresCheckpoints = (pool: Pool, schema: string): Checkpoints => {
  const table = `${pg.escapeIdentifier(schema)}.bus_checkpoint`;
  return {
    async read(group) {
      await pool.query(`INSERT INTO ${table} (consumer_group) VALUES ($1) ON CONFLICT DO NOTHING`, [group]);
      const found = await pool.query<{ position: string }>(`SELECT position FROM ${table} WHERE consumer_group = $1`, [group]);
      return Number(found.rows[0]?.position ?? 0);
    },
    // A crash may forget the last moments: what they covered is delivered again.
    async move(group, from, to) {
      const moved = await pool.query(`UPDATE ${table} SET position = $3 FROM ${IN_A_HURRY} WHERE consumer_group = $1 AND position = $2`, [group, from, to]);
      return moved.rowCount === 1;
    },
  };
};
