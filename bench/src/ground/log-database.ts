import { migrateLog } from '@onmaru/event-sourcing/postgres';
import pg from 'pg';
import type { Ground } from './ground.js';

/** A database with an empty log, and a sequence `at` for whoever writes into its table by hand. */
export const logDatabase = async (ground: Ground, name: string): Promise<string> => {
  const url = await ground.database(name);
  await migrateLog(url, {});
  await onDatabase(url, (client) => client.query('create sequence at'));
  return url;
};

export const onDatabase = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
