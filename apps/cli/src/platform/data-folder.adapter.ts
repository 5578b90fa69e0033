import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessTo, isRunning } from './access-file.adapter.js';
import { Failure } from './failure.js';

/** Throws when anything still runs on the data folder: a copy of it would be torn. */
export const ensureAtRest = async (dataFolder: string): Promise<void> => {
  const access = await accessTo(dataFolder);
  if (access) throw new Failure(`Onmaru runs on ${dataFolder} (process ${access.pid}).`, 'Stop it first, then give the command again.');
  const postgres = await postgresOn(dataFolder);
  if (postgres === null) return;
  throw new Failure(`A PostgreSQL runs on ${dataFolder} (process ${postgres}), left over by an Onmaru that was killed.`, 'Start Onmaru there once more, stop it, then give the command again.');
};

/** The process of a PostgreSQL that runs on the data folder, whoever started it; null when none does. */
export const postgresOn = async (dataFolder: string): Promise<number | null> => {
  if (!existsSync(dataFolder)) return null;
  const folders = (await readdir(dataFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const file of folders.map(({ name }) => join(dataFolder, name, 'postmaster.pid')).filter((path) => existsSync(path))) {
    const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
    if (pid > 0 && isRunning(pid)) return pid;
  }
  return null;
};
