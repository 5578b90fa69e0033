import { spawn, type ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export type Ended = { readonly code: number | null; readonly out: string; readonly said: string };
type Running = { readonly child: ChildProcess; readonly ended: Promise<Ended> };
type Env = Readonly<Record<string, string>>;

const COMMAND = [process.execPath, '--import', './tools/ts.mjs', 'apps/cli/src/main.ts'] as const;

/** Runs something in the clone without a terminal, leading a process group of its own. */
const start = ([program, ...args]: readonly [string, ...string[]], env: Env): Running => {
  const { ONMARU_URL: _, ONMARU_TOKEN: __, ONMARU_DATA: ___, ...inherited } = process.env;
  const child = spawn(program, args, { cwd: ROOT, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const closed = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  const ended = Promise.all([closed, text(child.stdout), text(child.stderr)]).then(([code, out, said]) => ({ code, out, said }));
  return { child, ended };
};

export const startOnmaru = (args: readonly string[], env: Env): Running => start([...COMMAND, ...args], env);

export const onmaru = (args: readonly string[], env: Env): Promise<Ended> => startOnmaru(args, env).ended;

/** The command in a pipe whose reader takes one line. */
export const intoHead = (args: readonly string[], env: Env): Promise<Ended> =>
  start(['sh', '-c', `(${[...COMMAND, ...args].join(' ')}; echo "exits with $?" >&2) | head -n 1`], env).ended;
