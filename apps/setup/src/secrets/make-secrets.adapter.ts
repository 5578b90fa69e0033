import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretsConfig } from '../setup.config.js';

const [POSTGRES, DATABASE, SERVICE] = ['postgres-password', 'database-password', 'service-key'];

// Each folder is a volume that only its owner's container sees; the users inside of containers differ.
const READABLE = 0o444;

const made = (): string => randomBytes(32).toString('base64url');

/** Writes a secret where there is none yet, or where another one is given → what stands there. */
const keep = (file: string, given: string | null, make = made): string => {
  const there = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const wanted = given ?? there ?? make();
  if (wanted !== there) {
    if (there !== null) chmodSync(file, 0o600);
    writeFileSync(file, wanted, { mode: READABLE });
    chmodSync(file, READABLE);
  }
  return wanted;
};

/**
 * Makes up, once, what the parts of a platform know each other by: a folder for each in `folder`, with what is its own.
 * One that is given takes the place of one that was made up; the database's own holds from its first start on.
 */
export const makeSecrets = ({ folder, serviceKey, postgres, passwords }: SecretsConfig): void => {
  keep(join(folder, 'postgres', POSTGRES), postgres);
  let key = serviceKey;
  for (const [name, password] of Object.entries(passwords)) {
    keep(join(folder, name, DATABASE), password);
    key = keep(join(folder, name, SERVICE), key);
  }
};
