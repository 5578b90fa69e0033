import type { Position } from '@onmaru/event-sourcing';
import type { ParkedStream, Row, RowShape } from '@onmaru/invariants';
import { transaction, type AnyView } from '@onmaru/read-models';
import pg, { type PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { OperatedService } from '../operations-ports.adapter.js';

/** A view at one moment. */
export type ViewMoment = {
  readonly position: Position;
  readonly parked: readonly ParkedStream[];
  readonly shape: RowShape;
  readonly pages: AsyncIterable<readonly Row[]>;
};

const PAGE = 2000;
const quote = pg.escapeIdentifier;

/** Looks at one moment of a view: where it stands, and its rows. `tenant` null: every tenant's. */
export const atOneMoment = <T>(
  { source, pool, schema }: OperatedService,
  view: AnyView,
  tenant: string | null,
  look: (moment: ViewMoment) => Promise<T>,
): Promise<T> => {
  const table = tableOf(source, view, schema);
  const one = async (client: PoolClient): Promise<T> => {
    // Before the snapshot is taken, so that a rebuild cannot change the table under it.
    await client.query(`LOCK TABLE ${table.name} IN ACCESS SHARE MODE`);
    const { rows: standing } = await client.query<{ position: string }>(`SELECT position FROM ${quote(schema)}.view_checkpoint WHERE view = $1`, [view.name]);
    const { rows: parked } = await client.query<ParkedStream>(
      `SELECT tenant, stream, position::float8 AS position FROM ${quote(schema)}.parked_stream
       WHERE view = $1 AND ($2::text IS NULL OR tenant = $2) ORDER BY tenant, stream`,
      [view.name, tenant],
    );
    await client.query(`DECLARE verified NO SCROLL CURSOR FOR ${table.select}${tenant === null ? '' : ` WHERE ${table.tenant} = ${pg.escapeLiteral(tenant)}`}`);
    return look({ position: Number(standing[0]?.position ?? 0), parked, shape: table.shape, pages: fetched(client, table.row) });
  };
  return transaction(pool, one, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
};

async function* fetched(client: PoolClient, row: (found: Row) => Row): AsyncIterable<readonly Row[]> {
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${PAGE} FROM verified`);
    if (rows.length === 0) return;
    yield rows.map(row);
  }
}

/** What TypeORM knows of the view's table; columns that the database fills by itself are left out. */
const tableOf = (source: DataSource, { name: view, entity }: AnyView, defaultSchema: string) => {
  const { tableName, schema = defaultSchema, columns: all, primaryColumns } = source.getMetadata(entity);
  const columns = all.filter(({ generatedType }) => generatedType === undefined);
  const name = `${quote(schema)}.${quote(tableName)}`;
  const listed = columns.map(({ databaseName, propertyName }) => `${quote(databaseName)} AS ${quote(propertyName)}`);
  const tenant = primaryColumns.find(({ propertyName }) => propertyName === 'tenant');
  return {
    name,
    select: `SELECT ${listed.join(', ')} FROM ${name}`,
    tenant: quote(tenant?.databaseName ?? 'tenant'),
    shape: {
      view,
      columns: columns.map(({ propertyName }) => propertyName),
      key: primaryColumns.map(({ propertyName }) => propertyName).filter((property) => property !== 'tenant'),
    },
    row: (found: Row): Row =>
      Object.fromEntries(columns.map((column) => [column.propertyName, source.driver.prepareHydratedValue(found[column.propertyName], column) as unknown])),
  };
};
