import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagesOf } from './image/packages.mjs';
import { importsIn, reached } from './image/reached.mjs';
import { workspace } from './laws/workspace.js';
import { projectsOf } from './suites/discover.mjs';

const root = join(import.meta.dirname, '..');

describe('What a compiled file imports', () => {
  it('is found however it is written', () => {
    const text = `import 'reflect-metadata';\nimport { a,\n  b } from "./a.js";\nimport c, * as d from 'c';\nexport * from './e.js';\nexport { f } from '@x/f/g';\nconst h = await import('./h.js');\nconst name = 'i'; await import(name);`;
    expect(importsIn(text)).toEqual(['reflect-metadata', './a.js', 'c', './e.js', '@x/f/g', './h.js']);
  });

  it('leads from file to file, through our own packages, to those of others', () => {
    const own = JSON.stringify({ name: '@onmaru/lib', exports: { '.': { default: './dist/index.js' }, './deep': { default: './dist/deep.js' } } });
    const { root, remove } = workspace({
      'apps/one/package.json': '{}',
      'apps/one/dist/main.js': `import { lib } from '@onmaru/lib/deep';\nimport './beside.js';\nimport 'node:fs';`,
      'apps/one/dist/beside.js': `import '@scope/pkg/part';`,
      'apps/one/dist/unused.js': `import 'never';`,
      'libs/lib/package.json': own,
      'libs/lib/dist/deep.js': `import pg from 'pg';`,
      'libs/lib/dist/index.js': '',
    });
    expect(reached(root, ['apps/one/dist/main.js'])).toEqual({
      files: ['apps/one/dist/beside.js', 'apps/one/dist/main.js', 'apps/one/package.json', 'node_modules/@onmaru/lib/dist/deep.js', 'node_modules/@onmaru/lib/package.json'],
      packages: ['@scope/pkg', 'pg'],
    });
    remove();
  });
});

describe('The packages of an image', () => {
  const lock = (packages: Readonly<Record<string, object>>) => ({ packages: { '': { dependencies: { wanted: '1', 'wanted-peer': '1' } }, ...packages } });
  const all = () => true;

  it('are those that are imported, and what they need, where each finds it', () => {
    const packages = {
      'node_modules/wanted': { dependencies: { deep: '2' }, peerDependencies: { peer: '1' } },
      'node_modules/wanted/node_modules/deep': { dependencies: { deeper: '1' } },
      'node_modules/deep': {},
      'node_modules/deeper': {},
      'node_modules/peer': {},
      'node_modules/other': {},
    };
    expect(packagesOf(lock(packages), ['wanted'], all)).toEqual(['node_modules/deeper', 'node_modules/peer', 'node_modules/wanted']);
  });

  it('hold what they can do without only where it is for this machine, or ours by name', () => {
    const optional = { optional: true };
    const packages = {
      'node_modules/wanted': { optionalDependencies: { linux: '1', darwin: '1' }, peerDependencies: { 'wanted-peer': '1', unwanted: '1' }, peerDependenciesMeta: { 'wanted-peer': optional, unwanted: optional } },
      'node_modules/linux': {},
      'node_modules/darwin': {},
      'node_modules/wanted-peer': {},
      'node_modules/unwanted': {},
    };
    expect(packagesOf(lock(packages), ['wanted'], (path: string) => !path.endsWith('darwin'))).toEqual(['node_modules/linux', 'node_modules/wanted', 'node_modules/wanted-peer']);
  });

  it('are not made with one of them missing', () => {
    expect(() => packagesOf(lock({ 'node_modules/wanted': { dependencies: { gone: '1' } } }), ['wanted'], all)).toThrow('gone, which node_modules/wanted needs, is not installed.');
  });
});

describe('An image of several apps', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-image-'));
  const run = (apps: readonly string[], chosen: string) => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    cpSync(join(root, 'tools/image/main.mjs'), join(folder, 'main.mjs'));
    for (const app of apps) {
      mkdirSync(join(folder, 'apps', app, 'dist'), { recursive: true });
      writeFileSync(join(folder, 'apps', app, 'package.json'), '{"type":"module"}');
      writeFileSync(join(folder, 'apps', app, 'dist/main.js'), `console.log('${app}', ...process.argv.slice(2))`);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'main.mjs'), 'word'], { encoding: 'utf8', env: { ONMARU_APP: chosen } });
    return { status, said: `${stdout}${stderr}`.trim() };
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('runs the one that is chosen, and the only one without being told', () => {
    expect(run(['cases', 'routing'], 'routing')).toEqual({ status: 0, said: 'routing word' });
    expect(run(['cases'], '')).toEqual({ status: 0, said: 'cases word' });
    expect(readdirSync(join(folder, 'apps'))).toEqual(['cases']);
  });

  it.each([
    ['', 'ONMARU_APP is not set: it must be one of cases, routing'],
    ['../cases', 'ONMARU_APP is "../cases": it must be one of cases, routing'],
  ])('says what there is when it is told %j', (chosen, said) => expect(run(['cases', 'routing'], chosen)).toEqual({ status: 1, said }));
});

describe('The images of the platform', () => {
  const text = (path: string): string => readFileSync(join(root, path), 'utf8');
  const services = projectsOf(root).flatMap(({ folder, type }) => (type === 'type:service' ? [folder] : []));

  it('are there for every service: it is compiled, made an image, and started with the others', () => {
    expect(services.length).toBeGreaterThan(3);
    for (const folder of [...services, 'apps/setup']) {
      expect(text('Dockerfile')).toMatch(new RegExp(`tsc -b .*${folder}\\b`));
      expect(text('docker-compose.yml')).toContain(`APPS: ${folder.slice('apps/'.length)}`);
    }
  });

  it('are called by the version of the platform', () => {
    const { version } = JSON.parse(text('package.json')) as { readonly version: string };
    expect(text('Dockerfile')).toContain(`ARG VERSION=${version}\n`);
    expect(new Set([...text('docker-compose.yml').matchAll(/ONMARU_VERSION:-([^}]+)/g)].map(([, usual]) => usual))).toEqual(new Set([version]));
  });
});
