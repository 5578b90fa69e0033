import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { sizes, troubles, unspecified } from './census/census.mjs';
import { dependencies } from './census/dependencies.mjs';
import { ports } from './census/ports.mjs';
import { publicNames } from './census/public-names.mjs';
import { sources } from './census/sources.mjs';
import { workspace } from './laws/workspace.js';

const root = join(import.meta.dirname, '..');
const fine = {
  sizes: [{ median: 25, short: 1 }],
  ways: [{ specifier: '@onmaru/time', library: 'libs/time', projects: ['apps/cases', 'apps/cli'], names: [{ name: 'days', users: ['apps/cases'] }] }],
  ports: [{ name: 'Clock', implementations: ['`systemClock`', 'written out in 1 spec'] }],
  dependencies: [{ name: 'pg', users: ['libs/time'] }],
  unspecified: [],
};

describe('The house', () => {
  it('keeps its own rules of size and use', () => {
    const count = "const { census, troubles } = await import('./tools/census/census.mjs'); console.log(JSON.stringify(troubles(census('.'))));";
    expect(JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', count], { cwd: root, encoding: 'utf8' }))).toEqual([]);
  });

  it('is in order when it is', () => expect(troubles(fine)).toEqual([]));

  it.each([
    ['files grow', { sizes: [{ median: 61, short: 1 }] }, 'The median of a file is 61 lines'],
    ['too many files are long', { sizes: [{ median: 25, short: 0.89 }] }, '89 % of the files have at most 160 lines'],
    ['a library has one user', { ways: [{ ...fine.ways[0], projects: ['apps/cli'] }] }, 'libs/time has fewer than two users'],
    ['nobody comes in by an entry', { ways: [fine.ways[0], { specifier: '@onmaru/time/zones', library: 'libs/time', projects: [], names: [] }] }, 'Nobody comes in by @onmaru/time/zones'],
    ['a public name has no user', { ways: [{ ...fine.ways[0], names: [{ name: 'weeks', users: [] }] }] }, '@onmaru/time offers weeks, which nobody takes'],
    ['a port has one implementation', { ports: [{ name: 'Clock', implementations: ['`systemClock`'] }] }, 'The port Clock has fewer than two implementations'],
    ['a rule has no spec', { unspecified: ['apps/cases/src/case/hold-case/hold-case.ts'] }, 'hold-case.ts has no spec beside it'],
    ['a package is not needed', { dependencies: [{ name: 'left-pad', users: [] }] }, 'left-pad is installed, and nobody needs it'],
  ])('says so when %s', (_, fault, says) => expect(troubles({ ...fine, ...fault })).toEqual([expect.stringContaining(says)]));

  it('counts files without their specs, by project and together', () => {
    const file = (path: string, lines: number, isSpec = false) => ({ path, text: '', lines, isSpec, project: path.split('/').slice(0, 2).join('/') });
    const counted = sizes([file('apps/a/x.ts', 10), file('apps/a/y.ts', 200), file('apps/a/x.spec.ts', 900, true), file('libs/b/z.ts', 30), file('tools/t.mjs', 5)]);
    expect(counted.map(({ name, files, median, longest }) => [name, files, median, longest])).toEqual([['apps/a', 2, 200, 200], ['libs/b', 1, 30, 30], ['all', 3, 30, 200]]);
  });

  it('finds rules without a spec, and asks none of what decides nothing', () => {
    const file = (path: string) => ({ path, text: '', lines: 1, isSpec: path.includes('.spec.'), project: 'apps/cases' });
    const there = ['hold-case/hold-case.ts', 'hold-case/hold-case.http.ts', 'close-case/close-case.ts', 'close-case/close-case.spec.ts', 'case-words.ts'].map((path) => file(`apps/cases/src/case/${path}`));
    expect(unspecified(there)).toEqual(['apps/cases/src/case/hold-case/hold-case.ts']);
  });

  it('finds what implements a port, by name or written out in a spec', () => {
    const source = (path: string, text: string, isSpec = false) => ({ path, text, lines: 1, isSpec, project: 'libs/time' });
    const found = ports([
      source('libs/time/src/clock.ts', '/** Tells the time. @port */\nexport interface Clock {}\n/** No port. */\nexport interface Sun {}'),
      source('libs/time/src/system-clock.ts', 'export const systemClock: Clock = {}'),
      source('libs/time/src/moon.ts', 'export class Moon implements Clock {}'),
      source('libs/time/src/a.spec.ts', 'new Watch({ clock: { now } })', true),
    ]);
    expect(found).toEqual([{ name: 'Clock', path: 'libs/time/src/clock.ts', implementations: ['`systemClock` (time/system-clock.ts)', '`Moon` (time/moon.ts)', 'written out in 1 spec'] }]);
  });
});

describe('What is counted of a workspace', () => {
  const library = (exports: object) => JSON.stringify({ name: '@onmaru/time', exports });
  const files = {
    'package.json': JSON.stringify({ dependencies: { pg: '1.0.0', 'left-pad': '1.0.0' }, devDependencies: { '@types/pg': '1.0.0', cpx: '1.0.0' }, scripts: { copy: 'cpx a b' } }),
    'libs/time/package.json': library({ '.': { '@onmaru/source': './src/index.ts' }, './zones': { '@onmaru/source': './src/zones.ts' } }),
    'libs/time/src/index.ts': "export * from './spans.js';\nexport { weeks } from './weeks.js';",
    'libs/time/src/spans.ts': 'export type Span = number;\nexport type Era = string;\nexport const days = (n: number): Span => { const era: Era = ``; return n + era.length; };',
    'libs/time/src/weeks.ts': 'export const weeks = 7;',
    'libs/time/src/zones.ts': 'export const zone = 1;',
    'apps/cases/src/a.ts': "import { days } from '@onmaru/time';\nimport pg from 'pg';\nexport const a = [days, pg];",
    'apps/cli/src/b.ts': "import { days as many } from '@onmaru/time';\nexport const b = many;",
  };
  const counted = () => {
    const { root, remove } = workspace(files);
    try {
      execFileSync('git', ['init', '-q'], { cwd: root });
      const all = sources(root);
      return { ways: publicNames(root, all), packages: dependencies(root, all) };
    } finally {
      remove();
    }
  };

  it('is who takes each public name, also one that another shows its users, and not one that it keeps to itself', () => {
    const [main] = counted().ways;
    expect(main?.projects).toEqual(['apps/cases', 'apps/cli']);
    expect(Object.fromEntries(main?.names.map(({ name, users }) => [name, users]) ?? [])).toEqual({ days: ['apps/cases', 'apps/cli'], Span: ['`days`'], Era: [], weeks: [] });
  });

  it('is every way into a library, also one that nobody takes', () => expect(counted().ways.map(({ specifier, projects }) => [specifier, projects.length])).toEqual([['@onmaru/time', 2], ['@onmaru/time/zones', 0]]));

  it('is who needs each package: by importing it, by its types, by calling it, or nobody', () =>
    expect(counted().packages).toEqual([
      { name: 'pg', users: ['apps/cases'] },
      { name: 'left-pad', users: [] },
      { name: '@types/pg', users: ['apps/cases'] },
      { name: 'cpx', users: ['package.json'] },
    ]));
});
