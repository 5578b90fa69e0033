import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT, Failure, misuse } from './platform/failure.js';
import { list, unpack } from './platform/tar.adapter.js';
import { doing } from './session.cli.js';
import { terminal } from './terminal.adapter.js';

const EXAMPLES = `
The folder must be new or empty. A backup of an older Onmaru is upgraded when it is started, one of a newer is refused.

Example:
  ONMARU_DATA=./restored onmaru restore onmaru-2026-03-01.tar.gz`;

export const addRestore = (program: Command): void => {
  program
    .command('restore')
    .description('make the data folder ONMARU_DATA out of a backup')
    .argument('<file>', 'the backup')
    .addHelpText('after', EXAMPLES)
    .action((file: string) => doing(({ dataFolder, folder }) => restore(resolve(folder, file), dataFolder)));
};

const restore = async (file: string, dataFolder: string): Promise<number> => {
  if (!existsSync(file)) throw misuse(`There is no file ${file}.`, 'Name a backup.');
  if (existsSync(dataFolder) && (await readdir(dataFolder)).length > 0) {
    throw new Failure(`The data folder ${dataFolder} is not empty.`, 'Move it away, or set ONMARU_DATA to a new folder.');
  }
  if (!(await list(file)).some((path) => path.endsWith('/PG_VERSION'))) throw misuse(`${file} is no backup of Onmaru.`, 'Name a file that onmaru backup has written.');
  const unfinished = `${dataFolder}.unfinished`;
  await mkdir(dirname(dataFolder), { recursive: true });
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished);
  try {
    await unpack(file, unfinished);
    await rm(dataFolder, { recursive: true, force: true });
    await rename(unfinished, dataFolder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  terminal.talk(`${dataFolder} is as it was. Start Onmaru there.`);
  return EXIT.ok;
};
