import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

describe('A reference page that is written from the code', () => {
  const print = "const { pages } = await import('./docs/generate.mjs'); console.log(JSON.stringify(await pages()));";
  const out = execFileSync(process.execPath, ['--import', './tools/ts.mjs', '--input-type=module', '-e', print], { cwd: root, encoding: 'utf8' });
  const current = JSON.parse(out) as Readonly<Record<string, string>>;

  it.each(Object.keys(current))('%s says what the code says', (path) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(current[path]);
  });
});
