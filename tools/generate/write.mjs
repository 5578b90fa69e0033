import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes new files and insertions into the checkout at `root`: all of it, or nothing with an error that says why. */
export const write = (root, files, wiring, names) => {
  const there = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (there) throw new Error(`${there} is there already: nothing was written`);
  const wired = Object.entries(wiring).map(([path, insertions]) => [path, insertions.reduce((text, insert) => insert(text, names, path), readFileSync(join(root, path), 'utf8'))]);
  for (const [path, text] of [...Object.entries(files), ...wired]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { written: Object.keys(files), wired: wired.map(([path]) => path) };
};
