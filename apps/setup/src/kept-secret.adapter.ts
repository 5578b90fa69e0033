import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The secret in a file that only its owner can read; made once, where there is none. */
export const keptSecret = (file: string, make: () => string): string => {
  if (!existsSync(file)) writeFileSync(file, `${make()}\n`, { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
};
