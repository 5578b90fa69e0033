import pg, { type PoolClient } from 'pg';
import { qualified, type Table } from './table.js';

const quote = pg.escapeIdentifier;

/** The table beside `table` in which a rebuild works. */
export const besideOf = (table: Table): Table => ({ ...table, name: `${table.name}_rebuild` });

/** Makes it, empty and alike in columns, defaults, checks and indexes. Throws when somebody else is at work on it. */
export const createBeside = async (client: PoolClient, table: Table): Promise<void> => {
  const beside = qualified(besideOf(table));
  const lock = await client.query<{ got: boolean }>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS got', [beside]);
  if (!lock.rows[0]?.got) throw new Error(`${qualified(table)} is being rebuilt already`);
  await client.query(`CREATE TABLE ${beside} (LIKE ${qualified(table)} INCLUDING ALL)`);
};

export const dropBeside = async (client: PoolClient, table: Table): Promise<void> => {
  await client.query(`DROP TABLE ${qualified(besideOf(table))}`);
};

/** Indexes of the two tables that are alike, as [name beside, name to have]. */
const INDEXES = `
  WITH named AS (
    SELECT i.indrelid, c.relname AS name, row_number() OVER (PARTITION BY i.indrelid, d.def, i.indisprimary ORDER BY c.oid) AS nth,
      i.indisprimary, d.def
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid,
      LATERAL (SELECT regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE( UNIQUE)? INDEX .*? USING ', '\\1 ') AS def) d
    WHERE i.indrelid IN ($1::regclass, $2::regclass))
  SELECT beside.name AS beside, live.name AS live FROM named beside JOIN named live USING (nth, indisprimary, def)
  WHERE beside.indrelid = $2::regclass AND live.indrelid = $1::regclass`;

/** What LIKE does not copy: the owner, and who else may use the table. */
const RIGHTS = `
  SELECT format('GRANT %s ON %s TO %s', a.privilege_type, $2::text, coalesce(quote_ident(r.rolname), 'PUBLIC')) AS sql
  FROM pg_class c, aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
  WHERE c.oid = to_regclass($1) AND a.grantee <> c.relowner
  UNION ALL
  SELECT format('ALTER TABLE %s OWNER TO %I', $2::text, pg_get_userbyid(relowner))
  FROM pg_class WHERE oid = to_regclass($1) AND pg_get_userbyid(relowner) <> current_user`;

/** Puts the table beside in the place of the live one, under its name, with its rights and the names of its indexes. */
export const swapBeside = async (client: PoolClient, table: Table): Promise<void> => {
  const live = qualified(table);
  const beside = qualified(besideOf(table));
  const indexes = await client.query<{ beside: string; live: string }>(INDEXES, [live, beside]);
  const rights = await client.query<{ sql: string }>(RIGHTS, [live, beside]);
  for (const { sql } of rights.rows) await client.query(sql);
  await client.query(`DROP TABLE ${live}`);
  await client.query(`ALTER TABLE ${beside} RENAME TO ${quote(table.name)}`);
  for (const { beside: name, live: called } of indexes.rows) {
    await client.query(`ALTER INDEX ${quote(table.schema)}.${quote(name)} RENAME TO ${quote(called)}`);
  }
};
