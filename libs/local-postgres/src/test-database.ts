import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isAlive } from './process-table.js';
import { startPostgres } from './start-postgres.js';

export type TestDatabase = {
  /** A superuser's URL of an empty database that nobody else uses. */
  readonly url: string;
  /** Removes the database, cutting whoever is still connected. */
  drop(): Promise<void>;
};

// Waits until its input ends, which it does however this process ends, then takes the cluster away.
const SWEEPER = 'cat > /dev/null; kill -QUIT "$1"; while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf "$2"';

const sweepAfterwards = (pid: number, folder: string): void => {
  const sweeper = spawn('sh', ['-c', SWEEPER, 'sh', String(pid), folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  sweeper.unref();
  (sweeper.stdin as unknown as { unref(): void }).unref();
};

const serverPid = (folder: string): number => {
  const file = join(folder, 'data', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
};

// Test files do not see each other's memory; the folder is how those of one process share a cluster.
const clusterUrl = async (): Promise<string> => {
  const folder = join(tmpdir(), `onmaru-test-postgres-${process.pid}`);
  const note = join(folder, 'url');
  if (existsSync(note) && isAlive(serverPid(folder))) return readFileSync(note, 'utf8');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  const { url } = await startPostgres({ dir: join(folder, 'data'), durable: false, maxConnections: 200 });
  sweepAfterwards(serverPid(folder), folder);
  writeFileSync(note, url, { mode: 0o600 });
  return url;
};

const onCluster = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/**
 * An empty database for one suite, on a cluster that all suites of this process share and that is not durable. The
 * cluster goes away with the process, also when that is killed.
 */
export const testDatabase = async (): Promise<TestDatabase> => {
  const cluster = await clusterUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onCluster(cluster, `create database ${name}`);
  const url = new URL(cluster);
  url.pathname = name;
  return { url: url.href, drop: () => onCluster(cluster, `drop database ${name} with (force)`) };
};
