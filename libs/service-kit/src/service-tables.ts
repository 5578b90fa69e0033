import { readModelTables, SnakeCaseColumns, transaction } from '@onmaru/read-models';
import pg from 'pg';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { Service } from './service.js';

export type ServiceTables = {
  /** Connections for hot reads and writes. */
  readonly pool: pg.Pool;
  /** Entities and list queries. */
  readonly source: DataSource;
  close(): Promise<void>;
};

export type ServiceTablesOptions = {
  /** Signs in as the service's own role, which owns its schema. */
  readonly url: string;
  readonly service: Pick<Service, 'name' | 'views' | 'entities' | 'migrations'>;
  readonly connections?: number;
  readonly logger: Logger;
};

/** The tables were made by a newer program than this one. */
export class NewerData extends Error {
  constructor(schema: string, migration: string) {
    super(`The data in schema ${schema} has been through ${migration}, which this program does not know. Start the newer program that upgraded it.`);
    this.name = 'NewerData';
  }
}

/**
 * Opens a service's own schema and brings it to the version of this code, also when several programs do so at once.
 * Throws {@link NewerData}, changing nothing, when it is ahead.
 */
export const openServiceTables = async ({ url, service, connections = 6, logger }: ServiceTablesOptions): Promise<ServiceTables> => {
  const { name: schema, views, entities, migrations } = service;
  const pool = new pg.Pool({ connectionString: url, max: connections });
  let closing = false;
  const lost = (error: Error): void => {
    // A connection that is being let go of may hear that the database stops, too.
    if (!closing) logger.warn({ err: error, schema }, 'a database connection was lost');
  };
  pool.on('error', lost);
  const source = new DataSource({
    type: 'postgres',
    url,
    schema,
    poolSize: connections,
    entities: [...views.map(({ entity }) => entity), ...entities] as never,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCaseColumns(),
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    poolErrorHandler: lost,
  });
  const close = async (): Promise<void> => {
    closing = true;
    if (source.isInitialized) await source.destroy();
    await pool.end();
  };
  try {
    await source.initialize();
    await transaction(pool, async (client) => {
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`migrate ${schema}`]);
      await refuseNewer(source, schema, new Set(migrations.map(({ name }) => name)));
      await source.runMigrations();
      // Its first migration may have run before there were all of these.
      await client.query(readModelTables(schema));
    });
    return { pool, source, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const refuseNewer = async (source: DataSource, schema: string, known: ReadonlySet<string>): Promise<void> => {
  const [there] = await source.query<{ found: string | null }[]>('SELECT to_regclass($1) AS found', [`${schema}.migration`]);
  if (!there?.found) return;
  const done = await source.query<{ name: string }[]>(`SELECT name FROM ${schema}.migration ORDER BY id`);
  const unknown = done.find(({ name }) => !known.has(name));
  if (unknown) throw new NewerData(schema, unknown.name);
};
