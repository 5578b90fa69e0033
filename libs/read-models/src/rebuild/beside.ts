import { createHash } from 'node:crypto';
import type { EventType } from '@onmaru/event-sourcing';
import pg, { type Pool, type PoolClient } from 'pg';
import { qualified, type Table } from '../table.js';
import { transaction } from '../transaction.js';
import { generationOf, type AnyView } from '../view.js';
import type { Session } from './session.js';

const quote = pg.escapeIdentifier;

/** The table beside `table` in which a rebuild works. */
export const besideOf = (table: Table): Table => ({ ...table, name: `${table.name}_rebuild` });

/** Where the rows that served go for the moment between the swap and their end. */
const replacedOf = (table: Table): Table => ({ ...table, name: `${table.name}_replaced` });

type Index = { readonly name: string; readonly ddl: string; readonly key: boolean };

/** What the live table is indexed by, as DDL for `$2` with the names that they have there; `key`: it says that rows are alike. */
const INDEXES = `
  SELECT n.name, i.indisunique OR i.indisexclusion AS key,
    CASE WHEN c.oid IS NULL
      THEN regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE( UNIQUE)? INDEX .*? USING ', format('CREATE\\1 INDEX IF NOT EXISTS %I ON %s USING ', n.name, $2::text))
      ELSE format('ALTER TABLE %s ADD CONSTRAINT %I %s', $2::text, n.name, pg_get_constraintdef(c.oid)) END AS ddl
  FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid AND c.contype IN ('p', 'u', 'x'),
    LATERAL (SELECT left($3::text, 56) || '_' || row_number() OVER (ORDER BY o.indexrelid) AS name, o.indexrelid FROM pg_index o WHERE o.indrelid = i.indrelid) n
  WHERE i.indrelid = to_regclass($1) AND n.indexrelid = i.indexrelid ORDER BY i.indisprimary DESC, i.indexrelid`;

const indexesOf = async (client: Pool | PoolClient, table: Table, beside: Table): Promise<readonly Index[]> =>
  (await client.query<Index>(INDEXES, [qualified(table), qualified(beside), beside.name])).rows;

/** Names what a table's rows can hold, and the generation of the fold: rows of another shape or generation are of no use. */
export const fingerprintOf = async (client: Pool | PoolClient, { of, personal, ...view }: AnyView, table: Table): Promise<string> => {
  const { rows } = await client.query(
    `SELECT attname, format_type(atttypid, atttypmod), attnotnull, attgenerated, pg_get_expr(d.adbin, d.adrelid) AS value
     FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [qualified(table)],
  );
  const versions = Object.entries<EventType>(of.events.types).map(([type, { version }]) => [type, version]);
  const shape = [rows, await indexesOf(client, table, besideOf(table)), table.columns, personal ?? null, versions, generationOf(view)];
  return createHash('sha256').update(JSON.stringify(shape)).digest('hex');
};

/** How the table is kept, such as how full its pages are, which LIKE does not copy. */
const STORAGE = "SELECT ' WITH (' || array_to_string(reloptions, ', ') || ')' AS storage FROM pg_class WHERE oid = to_regclass($1) AND reloptions IS NOT NULL";

/** Makes `beside`, empty and alike in columns, defaults, checks and storage, with those indexes that say that rows are alike. */
export const createBeside = async (client: PoolClient, table: Table, beside: Table, temporary = ''): Promise<void> => {
  const [kept] = (await client.query<{ storage: string }>(STORAGE, [qualified(table)])).rows;
  await client.query(`CREATE ${temporary} TABLE ${qualified(beside)} (LIKE ${qualified(table)} INCLUDING ALL EXCLUDING INDEXES)${kept?.storage ?? ''}`);
  for (const { ddl, key } of await indexesOf(client, table, beside)) if (key) await client.query(ddl);
};

export const dropBeside = async (client: PoolClient, table: Table): Promise<void> => {
  await client.query(`DROP TABLE IF EXISTS ${qualified(besideOf(table))}`);
};

export const isThere = async (client: PoolClient, table: Table): Promise<boolean> =>
  (await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [qualified(table)])).rows[0]?.there ?? false;

/** Nor does LIKE copy the owner, and who else may use the table. */
const RIGHTS = `
  SELECT format('GRANT %s ON %s TO %s', a.privilege_type, $2::text, coalesce(quote_ident(r.rolname), 'PUBLIC')) AS sql
  FROM pg_class c, aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
  WHERE c.oid = to_regclass($1) AND a.grantee <> c.relowner
  UNION ALL
  SELECT format('ALTER TABLE %s OWNER TO %I', $2::text, pg_get_userbyid(relowner))
  FROM pg_class WHERE oid = to_regclass($1) AND pg_get_userbyid(relowner) <> current_user`;

/** Indexes are sorted in memory, which is given back with the transaction. */
const ROOMY = "BEGIN; SET LOCAL synchronous_commit = off; SET LOCAL maintenance_work_mem = '256MB'";

/**
 * Gives the rows beside what queries need: the other indexes, statistics, and the rights of those who read. Two
 * connections make indexes, the second `after` something that it would be in the way of.
 */
export const readyBeside = async (session: Session, pool: Pool, table: Table, after: Promise<unknown>): Promise<void> => {
  const beside = besideOf(table);
  const indexes = (await indexesOf(pool, table, beside)).filter(({ key }) => !key).values();
  const make = async (run: (ddl: string) => Promise<unknown>): Promise<void> => {
    for (const { ddl } of indexes) await run(ddl);
  };
  await Promise.all([make((ddl) => session.transaction((client) => client.query(ddl), ROOMY)), after.then(() => make((ddl) => transaction(pool, (client) => client.query(ddl), ROOMY)))]);
  await session.transaction(async (client) => {
    await client.query(`ANALYZE ${qualified(beside)}`);
    const rights = await client.query<{ sql: string }>(RIGHTS, [qualified(table), qualified(beside)]);
    for (const { sql } of rights.rows) await client.query(sql);
  });
};

/** What is done under the lock, for which everybody waits who reads: renames and nothing else. {@link tidyAfterSwap} does the rest. */
export const swapBeside = (table: Table): string => `ALTER TABLE ${qualified(table)} RENAME TO ${quote(replacedOf(table).name)};
  ALTER TABLE ${qualified(besideOf(table))} RENAME TO ${quote(table.name)}`;

/** Ends the rows that were replaced and gives the names of their indexes to the new ones; nothing where that is done. */
export const tidyAfterSwap = async (client: PoolClient, table: Table): Promise<void> => {
  const replaced = replacedOf(table);
  if (!(await isThere(client, replaced))) return;
  const { rows } = await client.query<{ name: string; called: string }>(
    `WITH named AS (SELECT i.indrelid, i.indexrelid::regclass::oid AS oid, c.relname AS name,
       row_number() OVER (PARTITION BY i.indrelid, d.def, i.indisprimary ORDER BY c.oid) AS nth, i.indisprimary, d.def
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid,
         LATERAL (SELECT regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE( UNIQUE)? INDEX .*? USING ', '\\1 ') AS def) d
       WHERE i.indrelid IN ($1::regclass, $2::regclass))
     SELECT now.name, was.name AS called FROM named now JOIN named was USING (nth, indisprimary, def)
     WHERE now.indrelid = $1::regclass AND was.indrelid = $2::regclass`,
    [qualified(table), qualified(replaced)],
  );
  await client.query(`DROP TABLE ${qualified(replaced)}`);
  for (const { name, called } of rows) await client.query(`ALTER INDEX ${quote(table.schema)}.${quote(name)} RENAME TO ${quote(called)}`);
};
