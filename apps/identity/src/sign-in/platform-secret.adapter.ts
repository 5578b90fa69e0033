import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

/** A secret of this platform, made on first use and the same for all its replicas. */
export const platformSecret = async (pool: Pool, name: string): Promise<Buffer> => {
  await pool.query('INSERT INTO identity.secret (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [name, randomBytes(32)]);
  const { rows } = await pool.query<{ value: Buffer }>('SELECT value FROM identity.secret WHERE name = $1', [name]);
  if (!rows[0]) throw new Error(`The secret ${name} is gone`);
  return rows[0].value;
};
