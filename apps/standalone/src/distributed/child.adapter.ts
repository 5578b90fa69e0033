import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { backOff } from '@onmaru/read-models';
import type { Logger } from 'pino';
import { NotStarted } from './not-started.js';

/** The Kafka client asks for time-outs that have passed already, which Node remarks upon. */
const QUIET = ['--disable-warning=TimeoutNegativeWarning'];
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export type ChildOptions = {
  /** The app in `apps/` whose `main.ts` is run. */
  readonly app: string;
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logger: Logger;
};

/** A program of the platform that is kept running. */
export type Child = {
  /** Resolves when it is ready for the first time; rejects when it ends before, or is too slow. */
  started(): Promise<void>;
  /** Asks it to end, and resolves when it has. */
  stop(): Promise<void>;
};

/** How long a program may take until it is ready, and until it has ended, in milliseconds. */
const [TO_START, TO_END] = [90_000, 20_000];
/** Milliseconds after which a program that ended is not thought to be failing over and over. */
const STEADY = 60_000;

/** Whether the program at `url` says that it is ready. */
export const isReady = async (url: string, position = 0): Promise<boolean> => {
  const answered = await Promise.allSettled([fetch(`${url}/readyz?position=${position}`, { signal: AbortSignal.timeout(5000) })]);
  return answered[0].status === 'fulfilled' && answered[0].value.ok;
};

/** Starts a program, and starts it again whenever it ends by itself after it was ready for the first time. */
export const runChild = ({ app, url, environment, logger }: ChildOptions): Child => {
  let [isStopping, isStarted, failures] = [false, false, 0];

  const again = async (): Promise<void> => {
    await pause(backOff(failures));
    if (!isStopping) current = run();
  };
  const run = (): ChildProcess => {
    const since = performance.now();
    const child = spawn(process.execPath, [...QUIET, '--import', './tools/ts.mjs', `apps/${app}/src/main.ts`], {
      cwd: ROOT,
      env: { ...environment, ONMARU_PORT: new URL(url).port },
      // Ctrl-C of a terminal is for us alone; the channel tells it when we are gone, however that came about.
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('exit', (code, signal) => {
      if (isStopping || !isStarted) return;
      failures = performance.now() - since > STEADY ? 1 : failures + 1;
      logger.error({ app, code, signal }, 'a program of the platform ended and is started again');
      void again();
    });
    return child;
  };

  let current = run();
  const hasEnded = (): boolean => current.exitCode !== null || current.signalCode !== null;

  return {
    async started() {
      for (const end = performance.now() + TO_START; !(await isReady(url)); await pause(100)) if (hasEnded() || performance.now() > end) throw new NotStarted(app);
      isStarted = true;
    },
    async stop() {
      isStopping = true;
      const child = current;
      if (hasEnded()) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([ended, pause(TO_END, undefined, { ref: false })]);
      child.kill('SIGKILL');
      await ended;
    },
  };
};
