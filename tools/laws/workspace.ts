import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path in a workspace → what the file says. */
export type Files = Readonly<Record<string, string>>;

const real = fileURLToPath(new URL('../../', import.meta.url));
const GROUND = ['eslint.config.mjs', '.dependency-cruiser.cjs', 'nx.json', 'tsconfig.base.json', 'tools/lint-rules', 'jest.preset.mjs'];

const write = (root: string, files: Files): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};

const projectsIn = (files: Files): readonly (readonly [folder: string, name: string])[] =>
  Object.keys(files).flatMap((path) => {
    const [, folder, name] = /^((?:apps|libs)\/([^/]+))\/package\.json$/.exec(path) ?? [];
    return folder !== undefined && name !== undefined ? [[folder, name] as const] : [];
  });

// Types that the others need not load, which is most of the time that a linter takes here.
const WITH_NODE = new Set(['apps/cases', 'apps/routing', 'apps/standalone', 'apps/cli', 'libs/time']);

/** The package and the TypeScript project of a folder, with its tags and its entry points. */
export const project = (folder: string, tags: readonly string[], entries: Files = {}): Files => ({
  [`${folder}/package.json`]: JSON.stringify({
    name: `@onmaru/${folder.split('/')[1]}`,
    version: '0.1.0',
    type: 'module',
    exports: Object.fromEntries(Object.entries(entries).map(([entry, path]) => [entry, { '@onmaru/source': `./src/${path}` }])),
    nx: { tags },
  }),
  [`${folder}/tsconfig.json`]: JSON.stringify({
    extends: '../../tsconfig.base.json',
    compilerOptions: { rootDir: 'src', outDir: 'dist', jsx: 'react-jsx', types: WITH_NODE.has(folder) ? ['node', 'jest'] : [] },
    include: ['src'],
  }),
});

/** A workspace of its own in a temporary folder, under the laws of this one and with the packages installed here. */
export const workspace = (files: Files, also: readonly string[] = []): { readonly root: string; remove(): void } => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'onmaru-laws-')));
  for (const path of [...GROUND, ...also]) cpSync(join(real, path), join(root, path), { recursive: true });
  mkdirSync(join(root, 'node_modules/@onmaru'), { recursive: true });
  for (const name of readdirSync(join(real, 'node_modules')).filter((entry) => entry !== '@onmaru' && entry !== '.cache')) {
    symlinkSync(join(real, 'node_modules', name), join(root, 'node_modules', name));
  }
  const projects = projectsIn(files);
  for (const [folder, name] of projects) symlinkSync(join(root, folder), join(root, 'node_modules/@onmaru', name));
  write(root, {
    'package.json': JSON.stringify({ name: 'laws', private: true, type: 'module', workspaces: ['apps/*', 'libs/*'] }),
    'package-lock.json': JSON.stringify({ name: 'laws', lockfileVersion: 3, packages: { '': {}, ...Object.fromEntries(projects.map(([path]) => [path, {}])) } }),
    'tsconfig.json': JSON.stringify({ files: [], references: projects.map(([path]) => ({ path })) }),
    ...files,
  });
  return { root, remove: () => rmSync(root, { recursive: true }) };
};
