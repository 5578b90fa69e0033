import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PATIENCE = 120_000;

/** A server in a process of its own. */
export type Server = { readonly pid: number; stop(): Promise<void> };

/** Starts a file of this repository, and waits until `url` answers with 200. */
export const server = async (file: string, url: string, environment: Readonly<Record<string, string>>): Promise<Server> => {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ONMARU_')));
  const child = spawn(process.execPath, ['--import', './tools/ts.mjs', file], { cwd: ROOT, env: { ...inherited, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', (text: string) => (said += text));
  let over = false;
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  void ended.then(() => (over = true));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const isReady = (): Promise<boolean> => fetch(url).then(({ ok }) => ok, () => false);
  for (const until = performance.now() + PATIENCE; !(await isReady()); await pause(50)) {
    if (!over && performance.now() < until) continue;
    await stop();
    throw new Error(`${file} did not come up: ${said}`);
  }
  return { pid: child.pid as number, stop };
};
