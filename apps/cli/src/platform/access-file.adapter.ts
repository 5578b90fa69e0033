import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from './failure.js';

/** How to sign in to the standalone of a data folder, as that wrote it down for the folder's owner alone. */
export type Access = { readonly url: string; readonly token: string; readonly pid: number };

/** The access to the standalone that runs on `dataFolder`; null when none does, or it is just coming or going. */
export const accessTo = async (dataFolder: string): Promise<Access | null> => {
  const file = join(dataFolder, 'access.json');
  const found = await stat(file).catch(whenThere);
  if (!found) return null;
  if ((found.mode & 0o077) !== 0) {
    throw new Failure(`${file} can be read by others than its owner.`, 'Take that right from them (chmod 600), and restart the platform so that it makes a new token.');
  }
  const text = await readFile(file, 'utf8').catch(whenThere);
  if (!text) return null;
  const access = JSON.parse(text) as Access;
  return isRunning(access.pid) ? access : null;
};

const whenThere = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};

export const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
