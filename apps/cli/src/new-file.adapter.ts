import { existsSync } from 'node:fs';
import { misuse } from './platform/failure.js';

/** Throws where something is in the place of a file that is to be written. */
export const ensureNew = (file: string): void => {
  if (existsSync(file)) throw misuse(`${file} is there already.`, 'Name another file, or take that one away.');
};
