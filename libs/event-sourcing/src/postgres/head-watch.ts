import type { Position } from '../event.js';
import { connection, ConnectionLost, type Connection } from './connection.js';
import type { PostgresConnection } from './migrate-log.js';
import { HEAD } from './pages.js';
import { CHANNEL } from './schema.js';

const POLL = 200;

type Waiter = { readonly position: Position; readonly resolve: () => void; readonly reject: (error: unknown) => void };

export type HeadWatch = {
  /** The last position that was heard of: everything up to there can be read. */
  known(): Position;
  /** Resolves when the log has grown beyond `position`, or when `stop` aborts, or the watch ends. */
  grown(position: Position, stop: AbortSignal): Promise<void>;
  end(): Promise<void>;
};

/** Knows when the log grows: the database tells it, and while somebody waits it looks by itself, at first and every `poll` ms. */
export const headWatch = (target: PostgresConnection, poll = POLL): HeadWatch => {
  const waiters = new Set<Waiter>();
  let known: Position = 0;
  let timer: NodeJS.Timeout | null = null;
  let ended = false;
  let looked = false;

  const reached = (head: Position): void => {
    known = Math.max(known, head);
    for (const waiter of waiters) if (waiter.position < known) waiter.resolve();
  };

  const listening: Connection = connection(target, {
    onConnect: (client) => client.query(`listen ${CHANNEL}`),
    onNotification: (payload) => reached(Number(payload)),
  });

  const look = async (): Promise<void> => {
    try {
      const [row] = await listening.query(HEAD);
      reached(row?.[0] as Position);
      looked = true;
    } catch (error) {
      if (!(error instanceof ConnectionLost)) waiters.forEach(({ reject }) => reject(error));
    }
    timer = waiters.size > 0 && !ended ? setTimeout(() => void look(), poll) : null;
  };

  const grown = async (position: Position, stop: AbortSignal): Promise<void> => {
    if (known > position || stop.aborted || ended) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter = { position, resolve, reject };
    waiters.add(waiter);
    const onAbort = (): void => resolve();
    stop.addEventListener('abort', onAbort);
    timer ??= setTimeout(() => void look(), looked ? poll : 0);
    try {
      await promise;
    } finally {
      waiters.delete(waiter);
      stop.removeEventListener('abort', onAbort);
    }
  };

  const end = async (): Promise<void> => {
    ended = true;
    if (timer) clearTimeout(timer);
    waiters.forEach(({ resolve }) => resolve());
    await listening.end();
  };
  return { known: () => known, grown, end };
};
