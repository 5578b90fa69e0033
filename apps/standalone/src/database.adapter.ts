import { join } from 'node:path';
import { headWatch, postgresEventStore, type PostgresEventStore } from '@onmaru/event-sourcing/postgres';
import { startPostgres } from '@onmaru/local-postgres';
import { prepareDatabase, type UrlOf } from '@onmaru/setup/setup.module';

export type Database = {
  /** Where the role that owns the schema of this name signs in. */
  readonly url: UrlOf;
  /** The log as the role that owns `schema` may use it. */
  readonly openLog: (schema: string) => Promise<PostgresEventStore>;
  stop(): Promise<void>;
};

/** PostgreSQL in the data folder, with everything that services stand on. */
export const openDatabase = async (dataFolder: string): Promise<Database> => {
  const postgres = await startPostgres({ dir: join(dataFolder, 'postgres'), durable: true, maxConnections: 120 });
  try {
    const admin = new URL(postgres.url);
    admin.pathname = '/onmaru';
    const url = await prepareDatabase(admin.href);
    const watch = headWatch(url('gateway'));
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
