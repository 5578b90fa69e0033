import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessTo, isRunning } from './access-file.adapter.js';
import { Failure } from './failure.js';

/** Throws when anything still runs on the data folder: a copy of it would be torn. */
export const ensureAtRest = async (dataFolder: string): Promise<void> => {
  const access = await accessTo(dataFolder);
  if (access) throw new Failure(`Onmaru runs on ${dataFolder} (process ${access.pid}).`, 'Stop it first, then give the command again.');
  for (const file of await postmasterFiles(dataFolder)) {
    const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
    if (pid > 0 && isRunning(pid)) {
      throw new Failure(`A PostgreSQL still runs on ${dataFolder} (process ${pid}), left over by an Onmaru that was killed.`, 'Start Onmaru there once more, stop it, then give the command again.');
    }
  }
};

const postmasterFiles = async (dataFolder: string): Promise<readonly string[]> => {
  const folders = (await readdir(dataFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => join(dataFolder, name));
  return [dataFolder, ...folders].map((folder) => join(folder, 'postmaster.pid')).filter((file) => existsSync(file));
};
