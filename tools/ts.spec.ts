import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from './laws/clean.js';
import { workspace } from './laws/workspace.js';

const program = `
import 'reflect-metadata';
import { days } from '@onmaru/time';
import { Clock } from './clock.js';

const Injected = (): ClassDecorator => () => undefined;

@Injected()
class Desk {
  constructor(readonly clock: Clock) {}
}
const [needed] = Reflect.getMetadata('design:paramtypes', Desk) as readonly [typeof Clock];
console.log(needed.name, days(2));
if (process.argv[2] === 'break') throw new Error('on line 14');
`;

describe('TypeScript from source', () => {
  let root: string;
  let remove: () => void;
  beforeEach(() => {
    ({ root, remove } = workspace({ ...clean, 'apps/cli/src/main.ts': program, 'apps/cli/src/clock.ts': 'export class Clock {}' }, ['tools/ts.mjs']));
  });
  afterEach(() => remove());

  const run = (...args: readonly string[]) => spawnSync(process.execPath, ['--import', './tools/ts.mjs', 'apps/cli/src/main.ts', ...args], { cwd: root, encoding: 'utf8' });
  const kept = () => readdirSync(join(root, 'node_modules/.cache/onmaru-ts')).map((name) => join(root, 'node_modules/.cache/onmaru-ts', name));

  it('runs with decorators, their metadata, and the sources of our own libs', () => {
    expect(run()).toMatchObject({ status: 0, stdout: 'Clock 172800000\n', stderr: '' });
  });

  it('names the line of the source when it fails', () => {
    expect(run('break').stderr).toContain('apps/cli/src/main.ts:14:');
  });

  it('compiles nothing twice, and what has changed at once', () => {
    run();
    const before = kept().map((path) => statSync(path).mtimeMs);
    run();
    expect(kept().map((path) => statSync(path).mtimeMs)).toEqual(before);
    const main = join(root, 'apps/cli/src/main.ts');
    writeFileSync(main, readFileSync(main, 'utf8').replace('days(2)', 'days(3)'));
    expect(run().stdout).toBe('Clock 259200000\n');
    expect(kept()).toHaveLength(before.length + 1);
  });
});
