import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PROJECT_TYPES } from './lint-rules/boundaries.mjs';
import { nodeOf, run } from './run.mjs';
import { projectFolders } from './suites/discover.mjs';

const DEPENDENCIES = ['dependencies', 'devDependencies', 'optionalDependencies'];

const read = (root, path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

const tagTroubles = (folder, { nx }) => {
  const of = (kind) => (nx?.tags ?? []).filter((tag) => tag.startsWith(kind));
  const [types, scopes] = [of('type:'), of('scope:')];
  const file = `${folder}/package.json`;
  return [
    ...(types.length === 1 && PROJECT_TYPES.includes(types[0]) ? [] : [`${file}: needs exactly one tag of ${PROJECT_TYPES.join(', ')}`]),
    ...(scopes.length === 1 ? [] : [`${file}: needs exactly one tag scope:*`]),
    ...(folder.startsWith('apps/') && scopes[0] !== `scope:${folder.slice('apps/'.length)}` ? [`${file}: an app is a scope of its own`] : []),
  ];
};

const lockTroubles = (folder, own, locked) =>
  folder in locked && DEPENDENCIES.every((kind) => isDeepStrictEqual(own[kind], locked[folder][kind]))
    ? []
    : [`package-lock.json: does not know ${folder || 'package.json'} as it is now: run \`npm install --package-lock-only\``];

const drawGraph = (root) => {
  mkdirSync(join(root, '.nx'), { recursive: true });
  rmSync(join(root, '.nx/graph.json'), { force: true });
  return run(nodeOf(root), [join(root, 'node_modules/nx/dist/bin/nx.js'), 'graph', '--file=.nx/graph.json'], { cwd: root, env: { NX_DAEMON: 'false', CI: 'true' } });
};

/** Every project says what it is and whose, is type-checked and installable. Leaves the graph that net 1 of eslint needs. */
export const projects = async (root) => {
  const { code, output } = await drawGraph(root);
  if (code !== 0) return { check: 'projects', ok: false, output };
  const checked = read(root, 'tsconfig.json').references.map(({ path }) => path);
  const locked = read(root, 'package-lock.json').packages;
  const troubles = projectFolders(root).flatMap((folder) => {
    const own = read(root, `${folder}/package.json`);
    const typed = checked.includes(folder) ? [] : [`tsconfig.json: ${folder} is not among the references, so nothing checks its types`];
    return [...tagTroubles(folder, own), ...lockTroubles(folder, own, locked), ...typed];
  });
  const all = [...lockTroubles('', read(root, 'package.json'), locked), ...troubles];
  return { check: 'projects', ok: all.length === 0, output: all.join('\n') };
};
