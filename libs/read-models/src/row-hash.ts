import pg, { type PoolClient } from 'pg';
import { qualified, type Column, type Table } from './table.js';

/** How many rows a table has, and one SHA-256 over those of all of them, in the order of these: that takes half the time of the order of keys. */
export type RowHash = { readonly rows: number; readonly hash: string };

/** The texts of rows depend on these settings, so they are the same for everybody who compares. */
const CANONICAL = `SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'iso_8601';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'`;

/** A column without those of its JSON keys that were recorded. */
const without = (column: string, keys: readonly string[]): string => {
  if (keys.length === 0) return column;
  const names = keys.map((key) => pg.escapeLiteral(key)).join(', ');
  const less = (value: string): string => `${value}::jsonb - ARRAY[${names}]`;
  return `CASE jsonb_typeof(${column}::jsonb)
    WHEN 'array' THEN (SELECT jsonb_agg(${less('one')} ORDER BY place) FROM jsonb_array_elements(${column}::jsonb) WITH ORDINALITY AS all_of (one, place))
    WHEN 'object' THEN ${less(column)} ELSE ${column}::jsonb END`;
};

/**
 * The hash of `table`'s rows without what is `recorded`: two logs with the same history have the same, wherever in them
 * its events stand. Columns count in the order of their names. Inside a transaction, which sees one moment.
 */
export const rowHash = async (client: PoolClient, table: Table, recorded: readonly string[] = []): Promise<RowHash> => {
  const quote = ({ name }: Column): string => `t.${pg.escapeIdentifier(name)}`;
  const keysIn = (property: string): string[] => recorded.flatMap((name) => (name.startsWith(`${property}.`) ? [name.slice(property.length + 1)] : []));
  const counted = table.columns
    .filter(({ property }) => !recorded.includes(property))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((column) => without(quote(column), keysIn(column.property)));
  await client.query(`${CANONICAL}; SET LOCAL work_mem = '64MB'`);
  const found = await client.query<RowHash>(`
    SELECT count(*)::int AS rows, encode(sha256(coalesce(string_agg(h, ''::bytea ORDER BY h), ''::bytea)), 'hex') AS hash
    FROM ${qualified(table)} t, LATERAL (SELECT sha256(convert_to(ROW(${counted.join(', ')})::text, 'UTF8')) AS h) AS hashed`);
  return found.rows[0] ?? { rows: 0, hash: '' };
};
