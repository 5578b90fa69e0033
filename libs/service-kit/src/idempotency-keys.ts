import pg, { type Pool } from 'pg';
import type { CommandContext } from './command-context.js';
import { Problem } from './problem.js';

/** DDL of what {@link IdempotencyKeys} keeps; for the service's first migration. */
export const idempotencyKeyTable = (schema: string): string => `
  CREATE TABLE ${pg.escapeIdentifier(schema)}.idempotency_key (
    tenant text NOT NULL, command_id text NOT NULL, command_hash text NOT NULL, PRIMARY KEY (tenant, command_id));`;

/**
 * The keys of commands that create something whose stream follows from what it is called. Sent again for something of
 * another name, such a key would be looked for in a stream that has never seen it.
 */
export class IdempotencyKeys {
  private readonly bindIt: string;

  constructor(
    private readonly pool: Pool,
    schema: string,
  ) {
    this.bindIt = `
      INSERT INTO ${pg.escapeIdentifier(schema)}.idempotency_key AS bound (tenant, command_id, command_hash) VALUES ($1, $2, $3)
      ON CONFLICT (tenant, command_id) DO UPDATE SET command_hash = bound.command_hash RETURNING command_hash = $3 AS same`;
  }

  /** Gives the caller's key to this request for ever; the problem `idempotency-key-reused` when another has it. */
  async bind({ tenant, hasKey, commandId, commandHash }: Pick<CommandContext, 'tenant' | 'hasKey' | 'commandId' | 'commandHash'>): Promise<void> {
    if (!hasKey) return;
    const { rows } = await this.pool.query<{ same: boolean }>(this.bindIt, [tenant, commandId, commandHash]);
    if (!rows[0]?.same) throw new Problem('idempotency-key-reused');
  }
}
