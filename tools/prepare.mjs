// Runs before the npm scripts: installs what is missing and, for `start` and `test`, builds the console. It needs nothing
// but the Node at hand, be it 20, and npm; it talks to standard error, since standard output belongs to the script.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUNS_ON = 26; // the first Node with Temporal built in
const INSTALLS_ON = 20;

const say = (line) => process.stderr.write(`${line}\n`);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const majorOf = (version) => Number(version.replace(/^v/, '').split('.')[0]);
const nodePackage = ({ platform, arch }) => `node-${platform === 'win32' ? 'win' : platform}-${arch}`;

/** What is wrong with the Node at hand, and what to do, in one line; undefined when nothing is. */
export const nodeTrouble = ({ version, platform, arch }, brought) => {
  const cure = `Install Node ${RUNS_ON} or newer (https://nodejs.org/en/download) and run this again.`;
  if (majorOf(version) < INSTALLS_ON) return `Onmaru needs Node ${INSTALLS_ON} or newer to install itself, and this is Node ${version}. ${cure}`;
  if (majorOf(version) >= RUNS_ON || nodePackage({ platform, arch }) in brought) return undefined;
  return `Onmaru runs on Node ${RUNS_ON}, this is Node ${version}, and npm brings none for ${platform} on ${arch}. ${cure}`;
};

const lockSum = (root) => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
const installedStamp = (root) => join(root, 'node_modules/.cache/onmaru/installed');

const keep = (path, text) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/** Why packages must be installed, or undefined when what is installed is what package-lock.json asks for. */
export const installReason = (root) => {
  const marker = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(marker)) return 'Nothing is installed yet.';
  // Whatever `npm ci` made of this very lock file is right; only another installation is looked at entry by entry.
  if (existsSync(installedStamp(root)) && readFileSync(installedStamp(root), 'utf8') === lockSum(root)) return undefined;
  const [asked, installed] = [read(join(root, 'package-lock.json')).packages, read(marker).packages];
  const differs = Object.entries(asked).some(([path, { version, integrity, link, optional, devOptional, os, cpu }]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return false; // the workspace's own folders
    if (link) return !existsSync(join(root, path));
    const found = installed[path];
    if (!found) return !(optional || devOptional || os || cpu);
    return found.version !== version || found.integrity !== integrity;
  });
  return differs ? 'package-lock.json asks for other packages than those installed.' : undefined;
};

const run = (program, args, { cwd, doing, quiet }) =>
  new Promise((resolve, reject) => {
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    const child = spawn(program, args, { cwd, stdio: ['ignore', quiet ? 'pipe' : 2, quiet ? 'pipe' : 2] });
    const chunks = [];
    for (const stream of quiet ? [child.stdout, child.stderr] : []) stream.on('data', (chunk) => chunks.push(chunk));
    const still = setInterval(() => say(`  still ${doing}: ${seconds()} s`), 15_000);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(still);
      resolve({ code, seconds: seconds(), output: Buffer.concat(chunks).toString('utf8') });
    });
  });

const install = async (root, reason) => {
  const count = Object.keys(read(join(root, 'package-lock.json')).packages).length;
  say(`${reason} Installing about ${count} packages (\`npm ci\`): half a minute to some minutes, by the speed of your line.`);
  const npm = process.env.npm_execpath;
  // The Node that started npm, not the one that npm is about to replace.
  const [program, before] = npm && /\.[cm]?js$/.test(npm) ? [process.env.npm_node_execpath ?? process.execPath, [npm]] : ['npm', []];
  const { code, seconds } = await run(program, [...before, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, doing: 'installing' });
  if (code !== 0) throw new Error(`\`npm ci\` failed with code ${code}; what it said stands above.`);
  keep(installedStamp(root), lockSum(root));
  say(`Installed in ${seconds} s.`);
};

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['dist', 'node_modules'].includes(entry.name) ? [] : filesBelow(path);
    return /[.-]spec\.tsx?$/.test(entry.name) ? [] : [path];
  });

const ownLibs = (root, folder, seen = new Set([folder])) => {
  for (const name of Object.keys(read(join(root, folder, 'package.json')).dependencies ?? {})) {
    const lib = name.replace('@onmaru/', 'libs/');
    if (!seen.has(lib) && existsSync(join(root, lib, 'package.json'))) ownLibs(root, lib, seen.add(lib));
  }
  return [...seen].sort();
};

/** A fingerprint of all that the built console depends on. */
export const consoleSources = (root) => {
  const files = [...ownLibs(root, 'apps/console').flatMap((folder) => filesBelow(join(root, folder)).sort()), join(root, 'package-lock.json'), join(root, 'tsconfig.base.json')];
  const hash = createHash('sha256');
  for (const path of files) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
};

const stampOf = (root) => join(root, 'node_modules/.cache/onmaru/console');

/** Whether the console stands built as its sources are now; also true while there is none to build. */
export const consoleIsBuilt = (root) =>
  !existsSync(join(root, 'apps/console/index.html')) ||
  (existsSync(join(root, 'apps/console/dist/web/index.html')) && existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === consoleSources(root));

const buildConsole = async (root, node) => {
  const sources = consoleSources(root);
  say('Building the console: some seconds.');
  const { code, seconds, output } = await run(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: join(root, 'apps/console'), doing: 'building', quiet: true });
  if (code !== 0) throw new Error(`${output}\nThe console could not be built.`);
  keep(stampOf(root), sources);
  say(`Built in ${seconds} s.`);
};

/** Makes the workspace ready for a script; throws an Error whose message says what is wrong and what to do. */
export const prepare = async (root, mode) => {
  const brought = read(join(root, 'package.json')).optionalDependencies ?? {};
  const trouble = nodeTrouble(process, brought);
  if (trouble) throw new Error(trouble);
  const reason = installReason(root);
  if (reason) await install(root, reason);
  const own = join(root, 'node_modules/.bin/node');
  if (majorOf(process.version) < RUNS_ON && (await run(own, ['--version'], { cwd: root, doing: 'starting Node', quiet: true }).catch(({ code }) => ({ code }))).code !== 0) {
    throw new Error(`${nodePackage(process)}, the Node ${RUNS_ON} that npm should have brought, does not run here. Install Node ${RUNS_ON} or newer (https://nodejs.org/en/download) and run this again.`);
  }
  const node = existsSync(own) ? own : process.execPath;
  if (!['start', 'test'].includes(mode) || consoleIsBuilt(root)) return;
  // A console that does not build is one failure of many to a test run, which counts it.
  await buildConsole(root, node).catch((error) => (mode === 'test' ? say(error.message) : Promise.reject(error)));
};

const here = fileURLToPath(import.meta.url);
if (process.argv[1] === here) {
  await prepare(dirname(dirname(here)), process.argv[2]).catch((error) => {
    say(error.message);
    process.exitCode = 1;
  });
}
