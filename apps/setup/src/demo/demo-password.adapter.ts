import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The password of the demo's people: the one given, else one made up once for this data folder. */
export const demoPassword = (dataFolder: string, given: string | null): { readonly password: string; readonly madeUp: boolean } => {
  if (given !== null) return { password: given, madeUp: false };
  const file = join(dataFolder, 'demo-password');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(9).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  return { password: readFileSync(file, 'utf8').trim(), madeUp: true };
};
