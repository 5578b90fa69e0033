import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ensureReachable, type Account } from './account.js';
import { majorVersion, type Binaries } from './binaries.js';
import { isAlive } from './process-table.js';
import { explain, PostgresStartError } from './trouble.js';

const PASSWORD_FILE = 'onmaru.password';
const unfinished = '.initialising-';

const ownedFolder = (dir: string, runsAs: Account | null): void => {
  mkdirSync(dir, { recursive: true });
  if (runsAs) chownSync(dir, runsAs.uid, runsAs.gid);
  chmodSync(dir, 0o700);
};

const removeUnfinished = (dir: string): void => {
  const prefix = basename(dir) + unfinished;
  for (const name of readdirSync(dirname(dir)).filter((each) => each.startsWith(prefix))) {
    if (!isAlive(Number(name.slice(prefix.length)))) rmSync(join(dirname(dir), name), { recursive: true, force: true });
  }
};

const writePassword = (file: string, runsAs: Account | null): void => {
  writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (runsAs) chownSync(file, runsAs.uid, runsAs.gid);
};

const initialise = (dir: string, { initdb }: Binaries, runsAs: Account | null, durable: boolean): void => {
  const fresh = `${dir}${unfinished}${process.pid}`;
  const secret = `${fresh}.password`;
  ownedFolder(fresh, runsAs);
  writePassword(secret, runsAs);
  const { status, error, stderr } = spawnSync(
    initdb,
    ['-D', fresh, '-U', 'onmaru', '--auth=scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=und', '--no-instructions', ...(durable ? [] : ['--no-sync'])],
    { ...(runsAs && { uid: runsAs.uid, gid: runsAs.gid }), cwd: fresh, encoding: 'utf8' },
  );
  try {
    if (error || status !== 0) throw explain(error?.message ?? stderr, { dir });
    renameSync(secret, join(fresh, PASSWORD_FILE));
    renameSync(fresh, dir);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(secret, { force: true });
  }
};

const ensureSameVersion = (dir: string, { postgres }: Binaries): void => {
  const written = Number(readFileSync(join(dir, 'PG_VERSION'), 'utf8'));
  const ours = majorVersion(postgres);
  if (written === ours) return;
  throw new PostgresStartError(
    written > ours
      ? `The data folder ${dir} was written by PostgreSQL ${written}, this is ${ours}. Start the newer Onmaru that wrote it, or choose another data folder.`
      : `The data folder ${dir} was written by PostgreSQL ${written}, this is ${ours}. Make a backup with the Onmaru that wrote it, and restore it into a new data folder.`,
  );
};

/** Makes `dir` a data folder of our PostgreSQL version, or throws with the reason why it cannot be. Interrupted, it starts anew. */
export const prepareDataFolder = (dir: string, programs: Binaries, runsAs: Account | null, durable: boolean): void => {
  try {
    mkdirSync(dirname(dir), { recursive: true });
  } catch (cause) {
    throw explain(String(cause), { dir });
  }
  ensureReachable(dir, runsAs);
  ensureReachable(programs.postgres, runsAs);
  removeUnfinished(dir);
  if (existsSync(join(dir, 'PG_VERSION'))) return ensureSameVersion(dir, programs);
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw new PostgresStartError(`${dir} holds other files and is not a data folder. Choose an empty or a new folder.`);
  }
  initialise(dir, programs, runsAs, durable);
};

export const superuserPassword = (dir: string): string => readFileSync(join(dir, PASSWORD_FILE), 'utf8');
