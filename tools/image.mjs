// Lays out what an image of some apps holds: their compiled files as far as their `main.js` reaches, and the packages that
// these import, as package-lock.json has them. `node tools/image.mjs OUT APP…`, in a workspace that is installed and built.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagesOf } from './image/packages.mjs';
import { reached } from './image/reached.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What is beside the code, by app. */
const MORE = { gateway: [['apps/console/dist/web', 'console']] };

/** What is in packages for those who read and compile them. */
const NOT_RUN = /\.(?:[cm]?ts|map|md|markdown|flow)$/;

/** Copies everything that `apps` need below `out`. Throws an Error whose message says what is missing. */
export const image = (out, apps) => {
  const known = readdirSync(join(root, 'apps')).filter((app) => existsSync(join(root, 'apps', app, 'dist/main.js')));
  const unknown = apps.filter((app) => !known.includes(app));
  if (apps.length === 0 || unknown.length > 0) throw new Error(`There is no app ${unknown.join(', ') || 'named'}: name some of ${known.join(', ')}.`);
  const { files, packages } = reached(root, apps.map((app) => `apps/${app}/dist/main.js`));
  const copy = (from, to = from) => {
    mkdirSync(dirname(join(out, to)), { recursive: true });
    cpSync(join(root, from), join(out, to), { recursive: true, dereference: true, filter: (path) => !NOT_RUN.test(path) });
  };
  for (const file of files) copy(file);
  for (const path of packagesOf(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')), packages, (path) => existsSync(join(root, path)))) copy(path);
  for (const [from, to] of apps.flatMap((app) => MORE[app] ?? [])) copy(from, to);
  copy('tools/image/main.mjs', 'main.mjs');
  for (const file of ['LICENSE', 'NOTICE']) copy(file);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [out, ...apps] = process.argv.slice(2);
  try {
    image(resolve(out), apps);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
