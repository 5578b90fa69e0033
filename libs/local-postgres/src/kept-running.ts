import type { Launched } from './server.js';

type Running = Extract<Launched, { readonly pid: number }>;

/** PostgreSQL that ended by itself is started again after so long, in milliseconds, and longer each time that fails. */
const [FIRST, LONGEST] = [250, 10_000];

/** A PostgreSQL that is started again whenever it ends by itself. */
export type KeptRunning = { stop(): Promise<void> };

/**
 * Keeps one running that was launched already. `again` launches another in its place; `ended` is told of every end that
 * nobody asked for, and of what kept it from starting again.
 */
export const keptRunning = (launched: Running, again: () => Promise<Launched>, ended: (what: string) => void): KeptRunning => {
  const stopping = new AbortController();
  let current: Running | null = launched;

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((over) => {
      const timer = setTimeout(over, milliseconds);
      stopping.signal.addEventListener('abort', () => (clearTimeout(timer), over()), { once: true });
    });

  const restarted = async (): Promise<Running | null> => {
    for (let wait = FIRST; !stopping.signal.aborted; wait = Math.min(LONGEST, 2 * wait)) {
      const launched = await again().catch((error: unknown): Launched => ({ failed: String(error) }));
      if ('pid' in launched) return launched;
      ended(launched.failed);
      await pause(wait);
    }
    return null;
  };

  const keep = async (): Promise<void> => {
    while (current !== null) {
      await current.ended;
      if (stopping.signal.aborted) return;
      ended('PostgreSQL ended by itself and is started again');
      current = await restarted();
    }
  };
  const keeping = keep();

  return {
    async stop() {
      stopping.abort();
      // Whoever is starting has begun before: it is waited for, and ended like any other.
      await current?.stop();
      await keeping;
      await current?.stop();
    },
  };
};
