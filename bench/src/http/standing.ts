import { spawnSync } from 'node:child_process';
import { onDatabase } from '../ground/log-database.js';
import type { Platform } from './platform.js';

/** What a platform takes: resident memory in megabytes, and the connections by which it reads and writes its log. */
export type Standing = { readonly megabytes: number; readonly connections: readonly number[] };

const CONNECTIONS = "select pid from pg_stat_activity where datname = current_database() and application_name = 'onmaru log'";

export const standing = async ({ pid, database }: Platform): Promise<Standing> => {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  const { rows } = await onDatabase(database, (client) => client.query<{ pid: number }>(CONNECTIONS));
  return { megabytes: Math.round(Number(stdout) / 1024), connections: rows.map((row) => row.pid) };
};
