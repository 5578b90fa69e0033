import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@onmaru/local-postgres';
import pg from 'pg';
import { foundProgram, type Program } from './programs.js';

/** A durable PostgreSQL as `npm start` has it, which nobody else uses, and the tools of its project where the machine has them. */
export type Ground = {
  /** A new and empty database; its URL. */
  database(name: string): Promise<string>;
  drop(name: string): Promise<void>;
  readonly psql: Program | null;
  readonly pgbench: Program | null;
  /** Lets PostgreSQL write down what it holds, so that one contender does not pay for another. */
  settle(): Promise<void>;
  end(): Promise<void>;
};

export const ground = async (): Promise<Ground> => {
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-bench-'));
  chmodSync(folder, 0o711);
  const server = await startPostgres({ dir: join(folder, 'data'), durable: true, maxConnections: 200 });
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  return {
    async database(name) {
      await admin.query(`create database ${pg.escapeIdentifier(name)}`);
      const url = new URL(server.url);
      url.pathname = name;
      return url.href;
    },
    async drop(name) {
      await admin.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
    },
    psql: foundProgram('psql'),
    pgbench: foundProgram('pgbench'),
    async settle() {
      await admin.query('checkpoint');
    },
    async end() {
      await admin.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
