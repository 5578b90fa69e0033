import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { accessTo, type Access } from './access-file.adapter.js';
import { postgresOn } from './data-folder.adapter.js';
import { Failure } from './failure.js';
import { standaloneEnvironment } from './settings.config.js';

/** A standalone to work with. Ended with `end`, when it was started for this one command. */
export type Standalone = { readonly access: Access; readonly end: () => Promise<void> };

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const MAIN = 'apps/standalone/src/main.ts';
const LEASH = './apps/cli/src/platform/leash.adapter.ts';

/** How long a platform may take to come up, and one that does not answer to go away, in milliseconds. */
const COMING_UP = 120_000;
const GOING_AWAY = 15_000;

/** The standalone that runs on `dataFolder`, else one that is started there, as soon as another one has gone, for as long as the command runs. */
export const standaloneOf = async (dataFolder: string, talk: (text: string) => void): Promise<Standalone> => {
  const running = await readyWithin(GOING_AWAY, dataFolder, async () => (await accessTo(dataFolder)) !== null);
  return running ? { access: running, end: async () => {} } : started(dataFolder, talk);
};

const started = async (dataFolder: string, talk: (text: string) => void): Promise<Standalone> => {
  if (!existsSync(`${ROOT}${MAIN}`)) {
    throw new Failure('No platform is named, and none can be started from here.', 'Set ONMARU_URL and ONMARU_TOKEN, or give the command in a clone of Onmaru.');
  }
  talk(`Starting Onmaru on ${dataFolder} for this command …`);
  for (const since = performance.now(); ; await pause(500)) {
    const occupied = (await postgresOn(dataFolder)) !== null;
    const { child, said } = launch(dataFolder);
    const access = await readyWithin(COMING_UP, dataFolder, async () => isThere(child));
    if (access) return { access, end: () => end(child) };
    await end(child);
    if (occupied && performance.now() - since < GOING_AWAY) continue;
    throw new Failure(`Onmaru could not start on ${dataFolder}:\n${said()}`, 'Do what it says, then give the command again.');
  }
};

const launch = (dataFolder: string) => {
  const child = spawn(process.execPath, ['--import', './tools/ts.mjs', '--import', LEASH, MAIN], {
    cwd: ROOT,
    env: standaloneEnvironment(dataFolder),
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  return { child, said: lastWords(child) };
};

/** The access once the platform answers; null when it has not within `patience`, or is no longer `expected`. */
const readyWithin = async (patience: number, dataFolder: string, expected: () => Promise<boolean>): Promise<Access | null> => {
  for (const since = performance.now(); performance.now() - since < patience && (await expected()); await pause(50)) {
    const access = await accessTo(dataFolder);
    if (access && (await isReady(access))) return access;
  }
  return null;
};

const isReady = ({ url }: Access): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

const isThere = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

const end = async (child: ChildProcess): Promise<void> => {
  if (!isThere(child)) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
};

/** What the child said last: why it ended, if it does. */
const lastWords = (child: ChildProcess): (() => string) => {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (more: string) => (text = (text + more).slice(-4000)));
  return () => text.trim();
};
