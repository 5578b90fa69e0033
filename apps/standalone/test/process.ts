import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export type Started = {
  readonly pid: number;
  /** What it has printed so far, to both outputs. */
  said(): string;
  /** Its exit code once it has ended, null when a signal ended it. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
};

/** Starts the platform as `npm start` does, or as another main file does. */
export const start = (environment: Readonly<Record<string, string>>, main = 'apps/standalone/src/main.ts'): Started => {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ONMARU_')));
  const child: ChildProcess = spawn(process.execPath, ['--import', './tools/ts.mjs', main], {
    cwd: ROOT,
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return { pid: child.pid as number, said: () => said, ended, kill: (signal) => void child.kill(signal) };
};

/** Milliseconds until `/readyz` says 200; throws what was printed when the process ends before, or is too slow. */
export const ready = async (started: Started, url: string, patience = 120_000): Promise<number> => {
  const began = performance.now();
  let code: number | null | undefined;
  let last = '';
  void started.ended.then((ended) => (code = ended));
  while (performance.now() - began < patience && code === undefined) {
    const [ok, said] = await fetch(`${url}/readyz`).then(async (answer) => [answer.ok, await answer.text()] as const, (error: Error) => [false, error.message] as const);
    if (ok) return performance.now() - began;
    last = said;
    await pause(50);
  }
  throw new Error(`Not ready (exit code ${String(code)}, ${last}): ${started.said()}`);
};

/** A process and whatever it has started, by what Linux says of them. */
export const family = (pid: number): readonly number[] => {
  const parents = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [[Number(name), parentOf(Number(name))] as const] : []));
  const below = (parent: number): readonly number[] => parents.filter(([, of]) => of === parent).flatMap(([one]) => [one, ...below(one)]);
  return [pid, ...below(pid)];
};

/** What a process was started with. */
export const commandOf = (pid: number): string => readOr(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');

/** Memory in MB, what is shared counted by shares. */
export const memoryOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+) kB/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0) / 1024;

export const isRunning = (pid: number): boolean => !['', 'Z'].includes(/^State:\s+(\w)/m.exec(readOr(`/proc/${pid}/status`))?.[1] ?? '');

const parentOf = (pid: number): number => Number(/^PPid:\s+(\d+)/m.exec(readOr(`/proc/${pid}/status`))?.[1] ?? -1);

/** Empty where the process has ended meanwhile. */
const readOr = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
};
