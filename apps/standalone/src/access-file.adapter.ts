import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the command line needs to use the platform of a data folder. */
export type Access = { readonly url: string; readonly token: string; readonly pid: number };

/** Writes `access.json`, which only the owner of the folder can read; the answer takes it away again. */
export const writeAccessFile = (dataFolder: string, access: Access): (() => void) => {
  const file = join(dataFolder, 'access.json');
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(access)}\n`, { mode: 0o600, flag: 'wx' });
  return () => rmSync(file, { force: true });
};
