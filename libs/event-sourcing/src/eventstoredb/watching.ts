import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '../event.js';
import { LogError } from '../log-error.js';
import type { Ports } from './reading.js';

/** Milliseconds until a subscription that was cut is made again, at first and at most. */
const [SOON, LATE] = [10, 1000];

/** Knows when the log grows, by one catch-up subscription that is made when somebody first waits. */
export type Watching = {
  /** Resolves when the log has grown beyond `position`, or when `stop` aborts. Rejects when it can never be known. */
  grown(position: Position, stop: AbortSignal): Promise<void>;
};

export const watching = ({ server, names, counting }: Pick<Ports, 'server' | 'names' | 'counting'>, closing: AbortSignal): Watching => {
  let watch: Promise<never> | null = null;

  const hear = async (): Promise<never> => {
    for (let pause = SOON; ; pause = Math.min(2 * pause, LATE)) {
      try {
        for await (const event of server.follow(counting.counted()?.at ?? null, names.everything)) {
          counting.take(event);
          pause = SOON;
        }
      } catch (error) {
        if (!(error instanceof LogError && error.code === 'unavailable')) throw error;
      }
      if (closing.aborted) throw new LogError('closed', 'The store was closed');
      await sleep(pause);
    }
  };

  const watched = (): Promise<never> => {
    const mine = (watch ??= hear());
    const forget = (): void => {
      if (watch === mine) watch = null;
    };
    mine.catch(forget);
    return mine;
  };

  return {
    async grown(position, stop) {
      if ((counting.counted()?.position ?? 0) > position || stop.aborted) return;
      await Promise.race([counting.grown(position, stop), watched()]);
    },
  };
};
