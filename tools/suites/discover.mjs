import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LEFT_OUT = new Set(['node_modules', 'dist', '.nx', '.onmaru', 'coverage']);

/** Every file below a folder of the workspace, as sorted paths from its root. What is built is left out. */
export const filesIn = (root, folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesIn(root, path);
      return entry.isFile() ? [path] : [];
    })
    .sort();

const SPEC = /\.(?:int-)?spec\.[cm]?[jt]sx?$/;
const BROWSER_SPEC = /\.e2e-spec\.[cm]?[jt]sx?$/;

const foldersIn = (root, parent) => (existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}`) : []);

/** The workspace's projects → `{ name, folder, type, files, specs, browserSpecs }`, by folder. */
export const projectsOf = (root) =>
  [...foldersIn(root, 'apps'), ...foldersIn(root, 'libs'), 'tools', 'bench']
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => {
      const { name, nx } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const files = filesIn(root, folder);
      return {
        name,
        folder,
        type: nx?.tags?.find((tag) => tag.startsWith('type:')) ?? 'type:unknown',
        files,
        specs: files.filter((path) => SPEC.test(path)),
        browserSpecs: files.filter((path) => BROWSER_SPEC.test(path)),
      };
    });
