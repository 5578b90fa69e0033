import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '@onmaru/local-postgres';
import pg from 'pg';

/** Where the database of a running platform can be looked into by whoever owns its data folder. */
export const superuserUrl = (data: string): string => {
  const dir = join(data, 'postgres');
  const port = readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')[3] ?? '';
  return `postgres://onmaru:${encodeURIComponent(readFileSync(join(dir, 'onmaru.password'), 'utf8'))}@127.0.0.1:${port}/onmaru`;
};

/** Runs a statement in the database of a data folder at rest. */
export const tamper = async (data: string, statement: string): Promise<void> => {
  const postgres = await startPostgres({ dir: join(data, 'postgres'), durable: true });
  const url = new URL(postgres.url);
  url.pathname = '/onmaru';
  const client = new pg.Client({ connectionString: url.href });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
    await postgres.stop();
  }
};
