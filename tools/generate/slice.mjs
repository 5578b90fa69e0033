import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sliceFiles } from './slice-files.mjs';
import { WIRING } from './slice-wiring.mjs';

/** Writes the slice into the checkout at `root`: all of it, or nothing with an error that says why. */
export const writeSlice = (root, names) => {
  const files = Object.entries(sliceFiles(names));
  const there = files.find(([path]) => existsSync(join(root, path)));
  if (there) throw new Error(`${there[0]} is there already: nothing was written`);
  const wired = Object.entries(WIRING).map(([path, insertions]) => [path, insertions.reduce((text, insert) => insert(text, names, path), readFileSync(join(root, path), 'utf8'))]);
  for (const [path, text] of [...files, ...wired]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { written: files.map(([path]) => path), wired: wired.map(([path]) => path) };
};
