import pg, { type Pool, type PoolClient } from 'pg';
import { ROW_TYPES } from './row-types.js';
import { qualified, type Table } from './table.js';

/** Names one row: the tenant and the values of the key columns, as text. */
export type RowKey = { readonly tenant: string; readonly key: readonly string[] };

/** A row after folding; null where it is to be deleted. `stored`: the table may hold an earlier one. */
export type Change = RowKey & { readonly row: object | null; readonly stored: boolean };

/** Somebody whose personal text is taken out of every row of theirs. */
export type Erased = { readonly tenant: string; readonly subject: string };

/** What folding changes: first people are erased from the rows that the table holds, then rows take their place. */
export type Batch = { readonly erased: readonly Erased[]; readonly changes: readonly Change[] };

const nameOf = ({ tenant, key }: RowKey): string => [tenant, ...key].join('\u0000');

/** Two batches, one after the other, as one. */
export const merged = (one: Batch, other: Batch): Batch => ({
  erased: [...one.erased, ...other.erased],
  changes: [...new Map([...one.changes, ...other.changes].map((change) => [nameOf(change), change])).values()],
});

/** How rows get in and out of one table; a statement per call, however many rows. */
export type RowStore = {
  /** The rows of `keys`, in their order, null where there is none. */
  load(client: Pool | PoolClient, keys: readonly RowKey[]): Promise<readonly (object | null)[]>;
  write(client: PoolClient, batch: Batch): Promise<void>;
};

const quote = pg.escapeIdentifier;

/** Key columns of a list of keys as parameters of `unnest`, tenants first. */
const keyParameters = (table: Table, keys: readonly RowKey[]): string[][] => [
  keys.map(({ tenant }) => tenant),
  ...table.key.map((_, place) => keys.map(({ key }) => key[place] ?? '')),
];

/** The SQL of one table, made once. Rows travel as JSON text, so that every column type comes through alike. */
export const rowStore = (table: Table, personal?: { readonly subject: string; readonly columns: readonly string[] }): RowStore => {
  const name = qualified(table);
  const columnOf = (property: string) => quote(table.columns.find((one) => one.property === property)?.name ?? property);
  const keyNames = ['k_tenant', ...table.key.map((_, place) => `k_${place}`)];
  const keyList = `unnest(${keyNames.map((_, place) => `$${place + 1}::text[]`).join(', ')})`;
  const matches = [
    `t.${columnOf('tenant')} = k.k_tenant`,
    ...table.key.map(({ name: column, type }, place) => `t.${quote(column)} = k.k_${place}::${type}`),
  ].join(' AND ');
  const columns = table.columns.map(({ name: column }) => quote(column));
  const primary = [columnOf('tenant'), ...table.key.map(({ name: column }) => quote(column))];
  const settable = columns.filter((column) => !primary.includes(column));
  const onRepeat = settable.length > 0 ? `UPDATE SET ${settable.map((column) => `${column} = excluded.${column}`).join(', ')}` : 'NOTHING';

  const properties = table.columns.map(({ property }) => quote(property));
  const select = `SELECT ${table.columns.map(({ name: column }, place) => `t.${quote(column)} AS ${properties[place]}`).join(', ')}
    FROM ${keyList} WITH ORDINALITY AS k (${keyNames.join(', ')}, place) LEFT JOIN ${name} t ON ${matches} ORDER BY k.place`;
  const upsert = `INSERT INTO ${name} (${columns.join(', ')}) SELECT ${properties.join(', ')}
    FROM json_to_recordset($1::json) AS r (${table.columns.map(({ type }, place) => `${properties[place]} ${type}`).join(', ')})
    ON CONFLICT (${primary.join(', ')}) DO ${onRepeat}`;
  const remove = `DELETE FROM ${name} t USING ${keyList} AS k (${keyNames.join(', ')}) WHERE ${matches}`;
  const withhold = personal &&
    `UPDATE ${name} t SET ${personal.columns.map((property) => `${columnOf(property)} = NULL`).join(', ')}
     FROM unnest($1::text[], $2::text[]) AS e (tenant, subject)
     WHERE t.${columnOf('tenant')} = e.tenant AND t.${columnOf(personal.subject)}::text = e.subject`;

  return {
    async load(client, keys) {
      const found = await client.query<{ tenant: string | null }>({ text: select, values: keyParameters(table, keys), types: ROW_TYPES });
      return found.rows.map((row) => (row.tenant === null ? null : Object.freeze(row)));
    },

    async write(client, { erased, changes }) {
      if (withhold && erased.length > 0) await client.query(withhold, [erased.map(({ tenant }) => tenant), erased.map(({ subject }) => subject)]);
      const gone = changes.filter(({ row }) => row === null);
      const kept = changes.flatMap(({ row }) => row ?? []);
      if (gone.length > 0) await client.query(remove, keyParameters(table, gone));
      if (kept.length > 0) await client.query(upsert, [JSON.stringify(kept)]);
    },
  };
};
