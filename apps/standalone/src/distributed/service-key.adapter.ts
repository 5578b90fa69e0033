import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the programs of this data folder know each other by: made once, kept where only its owner can read it. */
export const serviceKeyOf = (dataFolder: string): string => {
  const file = join(dataFolder, 'service-key');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
};
