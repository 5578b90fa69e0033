import pg, { type Pool } from 'pg';
import { getMetadataArgsStorage } from 'typeorm';
import { columnName } from './column-names.js';
import type { AnyView } from './view.js';

export type Column = { readonly property: string; readonly name: string; readonly type: string; readonly nullable: boolean };

/** Where a view's rows live. `key` are the primary key's columns besides `tenant`, in their order. */
export type Table = {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly Column[];
};

/** `"cases"."case_details_1"` */
export const qualified = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;

const lineage = (entity: object): (new () => object)[] =>
  typeof entity === 'function' && entity !== Function.prototype
    ? [entity as new () => object, ...lineage(Object.getPrototypeOf(entity) as object)]
    : [];

/** What the entity's decorators say: its table, and its properties by column name. */
const declared = ({ name: view, entity }: AnyView, schema: string) => {
  const storage = getMetadataArgsStorage();
  const table = storage.filterTables(entity)[0];
  if (!table) throw new Error(`View ${view}: ${entity.name} is not a TypeORM entity`);
  if (!table.name) throw new Error(`View ${view}: ${entity.name} does not name its table`);
  const properties = storage
    .filterColumns(lineage(entity))
    .map(({ propertyName, options }) => ({ property: propertyName, name: options.name ?? columnName(propertyName) }));
  return { schema: table.schema ?? schema, name: table.name, properties };
};

const CATALOG = `
  SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
    a.attgenerated <> '' AS generated, array_position(i.indkey::int2[], a.attnum) AS key
  FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
  WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

type Found = { name: string; type: string; nullable: boolean; generated: boolean; key: number | null };

/** The view's table as it stands in the database. Throws, naming what is wrong, where the two do not fit. */
export const tableOf = async (pool: Pool, view: AnyView, defaultSchema: string): Promise<Table> => {
  const { schema, name, properties } = declared(view, defaultSchema);
  const { rows: found } = await pool.query<Found>(CATALOG, [qualified({ schema, name })]);
  const wrong = (what: string) => new Error(`View ${view.name}: ${what}`);
  if (found.length === 0) throw wrong(`there is no table ${schema}.${name}; has its migration run?`);
  const column = (called: string): Found => {
    const there = found.find((one) => one.name === called);
    if (!there) throw wrong(`table ${schema}.${name} has no column ${called}`);
    return there;
  };
  const columns = properties
    .map(({ property, name: called }) => ({ ...column(called), property }))
    .filter(({ generated }) => !generated);
  const primary = columns.filter(({ key }) => key !== null).sort((one, other) => (one.key ?? 0) - (other.key ?? 0));
  const inKey = found.filter(({ key }) => key !== null).length;
  if (primary.length < 2 || primary.length < inKey || !primary.some(({ property }) => property === 'tenant')) {
    throw wrong(`the primary key of ${schema}.${name} must be tenant and the view's own key`);
  }
  for (const text of view.personal?.columns ?? []) {
    if (!columns.find(({ property }) => property === text)?.nullable) throw wrong(`personal column ${text} cannot be null`);
  }
  return { schema, name, columns, key: primary.filter(({ property }) => property !== 'tenant') };
};
