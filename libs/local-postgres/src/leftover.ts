import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, hasEnded, isAlive } from './process-table.js';
import { PostgresStartError } from './trouble.js';

const LAUNCHER_FILE = 'onmaru.launcher';

/** Notes who launched the PostgreSQL of this folder. */
export const noteLauncher = (dir: string): void => writeFileSync(join(dir, LAUNCHER_FILE), `${process.pid}\n${startOf(process.pid)}\n`);

/** What tells a process from a later one with the same number, where the system says it. */
const startOf = (pid: number): string => {
  if (process.platform !== 'linux' || !isAlive(pid)) return '';
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
};

const launcherAlive = (dir: string): number | null => {
  const file = join(dir, LAUNCHER_FILE);
  if (!existsSync(file)) return null;
  const [pid, start] = readFileSync(file, 'utf8').split('\n');
  return isAlive(Number(pid)) && startOf(Number(pid)) === start ? Number(pid) : null;
};

/**
 * Stops the PostgreSQL that a killed launcher left running on this folder. Returns the number in a stale
 * `postmaster.pid` that by now belongs to some other program, so that PostgreSQL can be told to overlook it.
 */
export const settleLeftover = async (dir: string): Promise<number | null> => {
  const file = join(dir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isAlive(pid)) return null;
  const ours = commandLine(pid).includes(`-D ${dir} `);
  if (!ours) return pid;
  const launcher = launcherAlive(dir);
  if (launcher !== null) {
    throw new PostgresStartError(`The data folder ${dir} is in use by process ${launcher}. Stop it first, or choose another data folder.`);
  }
  process.kill(pid, 'SIGINT');
  if (!(await hasEnded(pid, 60_000))) throw new PostgresStartError(`A PostgreSQL left over on ${dir} (process ${pid}) does not stop. Stop it by hand.`);
  return null;
};
