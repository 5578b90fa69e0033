import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PostgresStartError } from './trouble.js';

/** The unprivileged user as whom PostgreSQL runs when we are root, since it refuses to run as root. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/** `null` when we are not root: then PostgreSQL runs as ourselves. */
export const account = (): Account | null => {
  if (process.getuid?.() !== 0) return null;
  const entries = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const entry = entries.find(([name]) => name === wanted);
    if (entry) return { name: wanted, uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new PostgresStartError('PostgreSQL does not run as root, and there is no user postgres or nobody. Create one, or start as an ordinary user.');
};

const mayEnter = (folder: string, { uid, gid }: Account): boolean => {
  const { mode, uid: owner, gid: group } = statSync(folder);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
};

/** Throws when a folder above `path` is closed to the account, naming that folder. */
export const ensureReachable = (path: string, runsAs: Account | null): void => {
  if (!runsAs) return;
  for (let folder = dirname(path), below = path; folder !== below; below = folder, folder = dirname(folder)) {
    if (mayEnter(folder, runsAs)) continue;
    throw new PostgresStartError(
      `Started as root, PostgreSQL runs as user ${runsAs.name}, who may not enter ${folder}, and so not reach ${path} (permission denied). ` +
        `Start as an ordinary user, choose a place outside ${folder}, or allow it: chmod o+x ${folder}`,
    );
  }
};
