import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { backOff } from '@onmaru/read-models';
import type { Logger } from 'pino';

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
  readonly app: string;
  readonly url: string;
  /** Asks it to end, and resolves when it has. */
  stop(): Promise<void>;
};

/** How long a program may take until it is ready, and until it has ended, in milliseconds. */
const [TO_START, TO_END] = [90_000, 20_000];

/** Whether the program at `url` says that it is ready. */
export const isReady = async (url: string, position = 0): Promise<boolean> => {
  const answered = await Promise.allSettled([fetch(`${url}/readyz?position=${position}`, { signal: AbortSignal.timeout(5000) })]);
  return answered[0].status === 'fulfilled' && answered[0].value.ok;
};

/** Starts a program and waits until it is ready; starts it again whenever it ends by itself. Rejects when it does not start at first. */
export const startChild = async ({ app, url, environment, logger }: ChildOptions): Promise<Child> => {
  let stopping = false;
  let failures = 0;
  const run = (): ChildProcess => {
    const child = spawn(process.execPath, [...QUIET, '--import', './tools/ts.mjs', `apps/${app}/src/main.ts`], {
      cwd: ROOT,
      env: { ...environment, ONMARU_PORT: new URL(url).port },
      // Ctrl-C of a terminal is for us alone; the channel tells it when we are gone, however that came about.
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('exit', (code, signal) => {
      if (stopping || !started) return;
      failures += 1;
      logger.error({ app, code, signal }, 'a program of the platform ended and is started again');
      void pause(backOff(failures)).then(() => {
        if (!stopping) current = run();
      });
    });
    return child;
  };
  let started = false;
  let current = run();
  const stop = async (): Promise<void> => {
    stopping = true;
    const child = current;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await Promise.race([ended, pause(TO_END, undefined, { ref: false })]);
    child.kill('SIGKILL');
    await ended;
  };
  for (const end = performance.now() + TO_START; !(await isReady(url)); await pause(100)) {
    if (current.exitCode === null && current.signalCode === null && performance.now() < end) continue;
    await stop();
    throw new Error(`${app} did not start`);
  }
  started = true;
  return { app, url, stop };
};
