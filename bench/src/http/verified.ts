import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Platform } from './platform.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What `onmaru verify` says of a platform; it fails where anything is not as it must be. */
export const verified = async ({ environment }: Platform): Promise<{ readonly events: number; readonly ok: boolean }> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', './tools/ts.mjs', 'apps/cli/src/main.ts', 'verify', '--json'], { cwd: ROOT, env: { ...process.env, ...environment } });
  return JSON.parse(stdout) as { events: number; ok: boolean };
};
