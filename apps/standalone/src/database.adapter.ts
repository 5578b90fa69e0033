import { join } from 'node:path';
import { headWatch, migrateLog, postgresEventStore, type PostgresEventStore } from '@onmaru/event-sourcing/postgres';
import { ensureRole, startPostgres } from '@onmaru/local-postgres';
import { relayTables } from '@onmaru/messaging';
import type { Service } from '@onmaru/service-kit';
import pg from 'pg';
import type { Logger } from 'pino';

export type Database = {
  /** Where the role that owns `schema` signs in. */
  readonly url: (schema: string) => string;
  /** The log as the role that owns `schema` may use it. */
  readonly openLog: (schema: string) => Promise<PostgresEventStore>;
  stop(): Promise<void>;
};

/** What processes of their own need beside: roles that may only read the log, and the place where relays note how far they have told it. */
export type BetweenProcesses = { readonly readers: readonly string[] };

/** PostgreSQL in the data folder, with the log, and a role and a schema for each service. It is started again when it ends by itself. */
export const openDatabase = async (dataFolder: string, services: readonly Service[], logger: Logger, between?: BetweenProcesses): Promise<Database> => {
  const again = (what: string): void => logger.error({ what }, 'the database was lost and is started again');
  const postgres = await startPostgres({ dir: join(dataFolder, 'postgres'), durable: true, maxConnections: 120, again });
  try {
    const admin = await ensureDatabase(postgres.url);
    const urls = new Map<string, string>();
    const readers = between?.readers ?? [];
    for (const name of [...services.map((service) => service.name), ...readers]) urls.set(name, await ensureRole(admin, roleOf(name)));
    const owners = services.map(({ name, aggregates }) => [roleOf(name), aggregates.map(({ category }) => category)] as const);
    await migrateLog(admin, Object.fromEntries<readonly string[]>([...owners, ...readers.map((name) => [roleOf(name), []] as const)]));
    await ensureSchemas(admin, services);
    if (between) await asClient(admin, async (client) => void (await client.query(relayTables(owners.map(([role]) => role)))));
    const url = (schema: string): string => {
      const found = urls.get(schema);
      if (found === undefined) throw new Error(`No service owns the schema ${schema}`);
      return found;
    };
    const watch = headWatch(url((services[0] as Service).name));
    const stop = async (): Promise<void> => {
      await watch.end();
      await postgres.stop();
    };
    return { url, openLog: (schema) => postgresEventStore({ connection: url(schema), watch, writers: 1, readers: 2 }), stop };
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

const ensureSchemas = (admin: string, services: readonly Service[]): Promise<void> =>
  asClient(admin, async (client) => {
    for (const { name } of services) await client.query(`CREATE SCHEMA IF NOT EXISTS ${name} AUTHORIZATION ${roleOf(name)}`);
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
