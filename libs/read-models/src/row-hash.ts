import type { PoolClient } from 'pg';
import { qualified, type Table } from './table.js';

/** How many rows a table has, and one SHA-256 over all of them, whatever order they lie in. */
export type RowHash = { readonly rows: number; readonly hash: string };

/** The texts of rows depend on these settings, so they are the same for everybody who compares. */
const CANONICAL = `SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'iso_8601';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'`;

/** The hash of `table`'s rows, every column of every row. Inside a transaction, which sees one moment. */
export const rowHash = async (client: PoolClient, table: Pick<Table, 'schema' | 'name'>): Promise<RowHash> => {
  await client.query(CANONICAL);
  const found = await client.query<RowHash>(`
    SELECT count(*)::int AS rows, encode(sha256(convert_to(coalesce(string_agg(h, '' ORDER BY h), ''), 'UTF8')), 'hex') AS hash
    FROM (SELECT encode(sha256(convert_to(t::text, 'UTF8')), 'hex') COLLATE "C" AS h FROM ${qualified(table)} t) AS hashes`);
  return found.rows[0] ?? { rows: 0, hash: '' };
};
