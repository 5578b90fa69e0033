import { existsSync } from 'node:fs';
import { chmod, rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { ensureNew } from './new-file.adapter.js';
import { ensureAtRest } from './platform/data-folder.adapter.js';
import { EXIT, misuse } from './platform/failure.js';
import { pack } from './platform/tar.adapter.js';
import { doing } from './session.cli.js';
import { terminal } from './terminal.adapter.js';

const EXAMPLES = `
The platform must not run on the folder meanwhile. The file holds everything, keys to personal data too: keep it safe.

Example:
  onmaru backup onmaru-2026-03-01.tar.gz`;

export const addBackup = (program: Command): void => {
  program
    .command('backup')
    .description('write the data folder ONMARU_DATA into one file')
    .argument('<file>', 'the file to write, a .tar.gz')
    .addHelpText('after', EXAMPLES)
    .action((file: string) => doing(({ dataFolder, folder }) => backUp(dataFolder, resolve(folder, file))));
};

const backUp = async (dataFolder: string, file: string): Promise<number> => {
  if (!existsSync(dataFolder)) throw misuse(`There is no data folder ${dataFolder}.`, 'Set ONMARU_DATA to the one that is meant.');
  ensureNew(file);
  await ensureAtRest(dataFolder);
  const unfinished = `${file}.unfinished`;
  try {
    await pack(dataFolder, unfinished, ['access.json']);
    await chmod(unfinished, 0o600);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  terminal.talk(`${dataFolder} is in ${file} (${Math.ceil((await stat(file)).size / 1024 / 1024)} MB).`);
  return EXIT.ok;
};
