import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from './failure.js';

const run = promisify(execFile);

/** Packs the content of `folder` into the compressed archive `file`, without `leaveOut`. */
export const pack = (folder: string, file: string, leaveOut: readonly string[]): Promise<void> =>
  tar(['--numeric-owner', ...leaveOut.map((name) => `--exclude=./${name}`), '-czf', file, '-C', folder, '.']);

/** Unpacks such an archive into `folder`, which is there. */
export const unpack = (file: string, folder: string): Promise<void> => tar(['--numeric-owner', '-xzpf', file, '-C', folder]);

/** The paths in an archive. */
export const list = async (file: string): Promise<readonly string[]> =>
  (await told(run('tar', ['-tzf', file], { maxBuffer: 1 << 28 }))).stdout.split('\n');

const tar = async (args: readonly string[]): Promise<void> => void (await told(run('tar', args)));

const told = async <T>(running: Promise<T>): Promise<T> => {
  try {
    return await running;
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new Failure('The program tar is not here.', 'Install it: every common system has it.');
    throw new Failure(`tar could not do it: ${(stderr ?? String(error)).trim()}`, 'See whether the disk is full and the file is whole.');
  }
};
