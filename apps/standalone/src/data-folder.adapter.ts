import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** The data folder cannot be used. The message says the cause and what to do about it. */
export class UnusableDataFolder extends Error {
  override readonly name = 'UnusableDataFolder';
}

/** Makes the data folder if it is missing. */
export const prepareDataFolder = (folder: string): void => {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new UnusableDataFolder(`The disk that holds ${folder} is full. Free some space, or choose another folder with ONMARU_DATA.`);
    throw new UnusableDataFolder(`The data folder ${folder} cannot be read and written (${code}). Give it to the user who starts Onmaru, or choose another one with ONMARU_DATA.`);
  }
};

/** Folder by folder: told to be recursive, Node never comes back from places in which nobody can make one, such as /proc. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
};
