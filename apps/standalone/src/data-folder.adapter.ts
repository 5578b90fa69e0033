import { accessSync, constants, mkdirSync } from 'node:fs';

/** The data folder cannot be used. The message says the cause and what to do about it. */
export class UnusableDataFolder extends Error {
  override readonly name = 'UnusableDataFolder';
}

/** Makes the data folder if it is missing. */
export const prepareDataFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new UnusableDataFolder(`The disk that holds ${folder} is full. Free some space, or choose another folder with ONMARU_DATA.`);
    throw new UnusableDataFolder(`The data folder ${folder} cannot be read and written (${code}). Give it to the user who starts Onmaru, or choose another one with ONMARU_DATA.`);
  }
};
