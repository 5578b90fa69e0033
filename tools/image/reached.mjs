// What compiled files import, from file to file.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IMPORT = /(?:^|[\s;}])(?:import|export)(?:[\s\w{},*$]+?from)?\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/** What a file imports, as it names it. */
export const importsIn = (text) => [...text.matchAll(IMPORT)].map(([, fixed, late]) => fixed ?? late);

/** `@scope/name/part` → `@scope/name` */
export const packageOf = (specifier) => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

const read = (root, path) => readFileSync(join(root, path), 'utf8');

/** The file behind one of our own packages' ways in. */
const ownFile = (root, specifier) => {
  const folder = `node_modules/${packageOf(specifier)}`;
  const { exports } = JSON.parse(read(root, `${folder}/package.json`));
  return join(folder, exports[`.${specifier.slice(packageOf(specifier).length)}`].default);
};

/**
 * The files that these compiled ones reach, themselves included, and the packages that are imported on the way. Our own
 * packages are files, with the package.json that says which.
 */
export const reached = (root, entries) => {
  const files = new Set(entries.flatMap((entry) => [entry, `${entry.split('/dist/')[0]}/package.json`]));
  const packages = new Set();
  for (const file of files) {
    if (!/\.m?js$/.test(file)) continue;
    for (const specifier of importsIn(read(root, file))) {
      if (specifier.startsWith('.')) files.add(join(dirname(file), specifier));
      else if (specifier.startsWith('@onmaru/')) files.add(`node_modules/${packageOf(specifier)}/package.json`).add(ownFile(root, specifier));
      else if (!specifier.startsWith('node:')) packages.add(packageOf(specifier));
    }
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
};
