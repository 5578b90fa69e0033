import { join } from 'node:path';
import { migrateLog, postgresEventStore, type PostgresEventStore } from '@onmaru/event-sourcing/postgres';
import { ensureRole, startPostgres } from '@onmaru/local-postgres';
import pg from 'pg';

/** A service's role in the database, and the categories of the streams that it alone may append to. */
export type Owner = { readonly schema: string; readonly streams: readonly string[] };

export type Database = {
  /** Where the role that owns `schema` signs in. */
  readonly url: (schema: string) => string;
  /** The log as the role that owns `schema` may use it. */
  readonly openLog: (schema: string) => Promise<PostgresEventStore>;
  stop(): Promise<void>;
};

/** PostgreSQL in the data folder, with the log, and a role and a schema for each service. */
export const openDatabase = async (dataFolder: string, owners: readonly Owner[]): Promise<Database> => {
  const postgres = await startPostgres({ dir: join(dataFolder, 'postgres'), durable: true, maxConnections: 120 });
  try {
    const admin = await ensureDatabase(postgres.url);
    const urls = new Map<string, string>();
    for (const { schema } of owners) urls.set(schema, await ensureRole(admin, roleOf(schema)));
    await migrateLog(admin, Object.fromEntries(owners.map(({ schema, streams }) => [roleOf(schema), streams])));
    await ensureSchemas(admin, owners);
    const url = (schema: string): string => {
      const found = urls.get(schema);
      if (found === undefined) throw new Error(`No service owns the schema ${schema}`);
      return found;
    };
    return { url, openLog: (schema) => postgresEventStore({ connection: url(schema), writers: 1, readers: 2 }), stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
};

const DATABASE = 'onmaru';

const roleOf = (schema: string): string => `onmaru_${schema}`;

const ensureDatabase = async (superuser: string): Promise<string> => {
  await asClient(superuser, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
  const url = new URL(superuser);
  url.pathname = `/${DATABASE}`;
  return url.href;
};

const ensureSchemas = (admin: string, owners: readonly Owner[]): Promise<void> =>
  asClient(admin, async (client) => {
    for (const { schema } of owners) await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${roleOf(schema)}`);
  });

const asClient = async (url: string, work: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};
