import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.js';
import { hasEnded } from './process-table.js';

const LOG_LIMIT = 10 * 1024 * 1024;
const START_LIMIT = 120_000;

export type Launch = {
  readonly postgres: string;
  readonly dir: string;
  readonly port: number;
  readonly settings: readonly string[];
  readonly runsAs: Account | null;
  /** A process number that PostgreSQL must not take for another PostgreSQL. */
  readonly overlook: number | null;
};

/** A running PostgreSQL, with its end however that comes, or what it printed before it gave up. */
export type Launched = { readonly pid: number; readonly ended: Promise<void>; stop(): Promise<void> } | { readonly failed: string };

const isReady = (dir: string, pid: number): boolean => {
  const file = join(dir, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const lines = readFileSync(file, 'utf8').split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
};

const stop = async (pid: number, ended: () => boolean): Promise<void> => {
  if (ended()) return;
  process.kill(pid, 'SIGINT');
  if (await hasEnded(pid, 60_000)) return;
  process.kill(pid, 'SIGQUIT');
  await hasEnded(pid, 10_000);
};

/** Starts PostgreSQL in a process group of its own, so that a Ctrl-C meant for us does not reach it, and waits until it answers. */
export const launch = async ({ postgres, dir, port, settings, runsAs, overlook }: Launch): Promise<Launched> => {
  const log = join(dir, 'server.log');
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) truncateSync(log);
  const before = existsSync(log) ? statSync(log).size : 0;
  const output = openSync(log, 'a', 0o600);
  const child = spawn(postgres, ['-D', dir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], {
    ...(runsAs && { uid: runsAs.uid, gid: runsAs.gid }),
    cwd: dir,
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...(overlook !== null && { PG_GRANDPARENT_PID: String(overlook) }) },
  });
  closeSync(output);
  let gone: string | null = null;
  child.once('error', (error) => (gone = error.message));
  const ended = new Promise<void>((over) => {
    child.once('exit', () => {
      gone ??= '';
      over();
    });
  });
  child.unref();
  const pid = child.pid ?? 0;
  for (const until = performance.now() + START_LIMIT; gone === null && performance.now() < until; ) {
    if (isReady(dir, pid)) return { pid, ended, stop: () => stop(pid, () => gone !== null) };
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  if (gone === null) await stop(pid, () => gone !== null);
  return { failed: `${gone ?? 'It was not ready in time.'}\n${readFileSync(log).subarray(before).toString('utf8')}` };
};
