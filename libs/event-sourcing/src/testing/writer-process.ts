import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position, Revision } from '../event.js';

/** What a writer is told: where the log is, where to write down what was acknowledged, and how long it rests at most between two appends. */
export type WriterPlan = { readonly url: string; readonly acknowledgements: string; readonly delayMs: number };

/** An append that was answered, with the place of its last event; `wrong` when it expected what could not be. */
export type Acknowledged = { readonly stream: string; readonly ids: readonly string[]; readonly revision: Revision; readonly position: Position; readonly wrong?: true };

/** A process that appends to a log until it is told to stop, or killed. */
export type WriterProcess = {
  /** Resolves when it is connected. Rejects when it ends before that. */
  readonly ready: Promise<void>;
  begin(): void;
  /** Ends it without a warning; resolves when it is gone. */
  kill(): Promise<void>;
  /** Lets it finish what it has begun. Rejects with what it printed when it went wrong. */
  stop(): Promise<void>;
  /** What it has written down so far, up to its last whole line. */
  acknowledged(): readonly Acknowledged[];
};

const program = join(import.meta.dirname, `log-writer${extname(import.meta.filename)}`);
// From source it runs as every program of this repository does; built, it is JavaScript already.
const loader = program.endsWith('.ts') ? ['--import', pathToFileURL(join(import.meta.dirname, '../../../../tools/ts.mjs')).href] : [];

export const writerProcess = (plan: WriterPlan): WriterProcess => {
  const child = spawn(process.execPath, [...loader, program], { stdio: ['pipe', 'pipe', 'pipe'] });
  let trouble = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (trouble += text));
  child.stdin.on('error', (error) => (trouble += error.message));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const ready = Promise.race([
    new Promise<void>((heard) => child.stdout.once('data', () => heard())),
    ended.then(() => Promise.reject(new Error(`The writer did not get ready: ${trouble}`))),
  ]);
  child.stdin.write(`${JSON.stringify(plan)}\n`);
  return {
    ready,
    begin: () => void child.stdin.write('begin\n'),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.stdin.end();
      if ((await ended) !== 0) throw new Error(`The writer went wrong: ${trouble}`);
    },
    acknowledged: () => {
      const text = existsSync(plan.acknowledgements) ? readFileSync(plan.acknowledgements, 'utf8') : '';
      return text.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Acknowledged);
    },
  };
};
