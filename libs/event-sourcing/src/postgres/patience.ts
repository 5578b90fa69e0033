import { setTimeout as sleep } from 'node:timers/promises';
import { LogError } from '../log-error.js';
import { ConnectionLost } from './connection.js';

/** For how long a caller waits for a database that is away before it is told so. */
export const PATIENCE = 2000;

/** Tries again while the connection is lost, for `patience` milliseconds; then throws a {@link LogError} `unavailable`. */
export const patiently = async <T>(attempt: () => Promise<T>, patience = PATIENCE, stop?: AbortSignal): Promise<T> => {
  const until = performance.now() + patience;
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await attempt();
    } catch (cause) {
      if (!(cause instanceof ConnectionLost)) throw cause;
      if (stop?.aborted || performance.now() + pause > until) {
        throw new LogError('unavailable', `The log cannot be reached: ${String((cause.cause as Error)?.message)}`, { cause });
      }
    }
    await sleep(pause);
  }
};
