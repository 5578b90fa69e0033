// What the census counts: the project's own files as git knows them.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const isSpec = (path) => /[.](spec|int-spec|e2e-spec|kafka-spec|cluster-spec|chart-spec|fault-spec|eventstoredb-spec|compose-spec)[.]tsx?$/.test(path);

/** `apps/cases/src/x.ts` → `apps/cases`; files outside apps and libs belong to their first folder. */
export const projectOf = (path) => /^((?:apps|libs)\/[^/]+|[^/]+)/.exec(path)[1];

/** Every source file: its path, its text, how many lines it has, and whether it is a spec. */
export const sources = (root) =>
  execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => /[.](ts|tsx|mjs|cjs)$/.test(path) && existsSync(join(root, path)))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, lines: text.split('\n').length - 1, project: projectOf(path), isSpec: isSpec(path) };
    });

export const manifest = (root, folder = '.') => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
