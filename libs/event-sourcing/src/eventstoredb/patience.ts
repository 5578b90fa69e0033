import { setTimeout as sleep } from 'node:timers/promises';
import { LogError } from '../log-error.js';

/** For how long a caller waits for a server that is away before it is told so, in milliseconds. */
const PATIENCE = 2000;

const isAway = (error: unknown): boolean => error instanceof LogError && error.code === 'unavailable';

/** Tries again while the log cannot be reached, for `patience` milliseconds, or until `stop` aborts; then throws why it cannot. */
export const patiently = async <T>(attempt: () => Promise<T>, patience = PATIENCE, stop?: AbortSignal): Promise<T> => {
  const until = performance.now() + patience;
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isAway(error) || stop?.aborted || performance.now() + pause > until) throw error;
    }
    await sleep(pause);
  }
};
