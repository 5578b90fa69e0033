import type { Filter, Page } from '../event-store.js';
import { PAGE_SIZE } from '../event-store.js';
import type { Position, Revision, StoredEvent } from '../event.js';
import type { Connection, Statement } from './connection.js';
import { eventsBetween, HEAD, isSparse, storedEvent, streamAfter, WINDOW } from './pages.js';
import { patiently } from './patience.js';

export type Reader = {
  readStream(tenant: string, stream: string, after?: Revision): Promise<readonly StoredEvent[]>;
  readAll(after: Position, filter: Filter, limit?: number): Promise<Page>;
  head(): Promise<Position>;
};

/** The connection with the least to do, one by one from the first, so that few are made while there is little to do. */
const leastBusy = (connections: readonly Connection[]): Connection =>
  connections.reduce((best, other) => (other.pending() < best.pending() ? other : best));

/**
 * Reads over a few connections. A page is bounded by the head as it was before the page was read: positions become
 * visible in order, so nothing up to there can still appear.
 */
export const reader = (connections: readonly Connection[], patience?: number, stop?: AbortSignal): Reader => {
  const ask = (statement: Statement): Promise<readonly unknown[][]> =>
    patiently(() => leastBusy(connections).query(statement), patience, stop);

  const head = async (): Promise<Position> => {
    const [row] = await ask(HEAD);
    return row?.[0] as Position;
  };

  const readAll = async (after: Position, filter: Filter, limit = PAGE_SIZE): Promise<Page> => {
    const end = await head();
    const last = isSparse(filter) ? Math.min(end, after + WINDOW) : end;
    if (last <= after) return { events: [], upTo: after };
    const events = (await ask(eventsBetween(after, last, filter, limit))).map(storedEvent);
    return { events, upTo: events.length < limit ? last : (events.at(-1) as StoredEvent).position };
  };

  const readStream = async (tenant: string, stream: string, after: Revision = 0): Promise<readonly StoredEvent[]> =>
    (await ask(streamAfter(tenant, stream, after))).map(storedEvent);

  return { readStream, readAll, head };
};
