import type { Filter, Page, RawPage } from '../event-store.js';
import { PAGE_SIZE } from '../event-store.js';
import type { Position, Revision, StoredEvent } from '../event.js';
import type { Connection } from './connection.js';
import { gathered } from '../gathered.js';
import { copyOfPage, eventOfStream, HEAD, isSparse, streamAfter, streamsAfter, WINDOW, type StreamQuestion } from './pages.js';
import { patiently } from './patience.js';
import { rawRows, type RawRow } from './raw-page.js';

export type Reader = {
  readStream(tenant: string, stream: string, after?: Revision): Promise<readonly StoredEvent[]>;
  readAll(after: Position, filter: Filter, limit?: number): Promise<Page>;
  readRaw(after: Position, filter: Filter, limit?: number): Promise<RawPage>;
  head(): Promise<Position>;
};

/** The connection with the least to do, one by one from the first, so that few are made while there is little to do. */
export const leastBusy = (connections: readonly Connection[]): Connection =>
  connections.reduce((best, other) => (other.pending() < best.pending() ? other : best));

/**
 * Reads over a few connections. A page is bounded by the head as it was before the page was read: positions become
 * visible in order, so nothing up to there can still appear. Whoever gives `heard`, the last position that was heard
 * of, asks for the head once, to begin with, and from then on reads as far as was heard.
 */
export const reader = (connections: readonly Connection[], patience?: number, stop?: AbortSignal, heard?: () => Position): Reader => {
  let known: Position = 0;
  const ask = <T>(question: (connection: Connection) => Promise<T>): Promise<T> => patiently(() => question(leastBusy(connections)), patience, stop);

  const head = async (): Promise<Position> => {
    const [row] = await ask((connection) => connection.query(HEAD));
    known = Math.max(known, row?.[0] as Position);
    return row?.[0] as Position;
  };

  const readRows = async (after: Position, filter: Filter, limit: number): Promise<{ events: readonly RawRow[]; upTo: Position }> => {
    const sparse = isSparse(filter);
    // Where every event counts, the page is full long before a head that was seen earlier.
    const isFar = !sparse && !filter.stream && known - after >= limit;
    const end = isFar ? known : heard ? Math.max(known, heard()) : await head();
    const last = sparse ? Math.min(end, after + WINDOW) : end;
    if (last <= after || limit < 1) return { events: [], upTo: after };
    const events = rawRows(await ask((connection) => connection.copy(copyOfPage(after, last, filter, limit))));
    return { events, upTo: events.length < limit ? last : (events.at(-1) as RawRow).position };
  };

  const readAll = async (after: Position, filter: Filter, limit = PAGE_SIZE): Promise<Page> => {
    const { events, upTo } = await readRows(after, filter, limit);
    return { events: events.map((row) => row.decoded()), upTo };
  };

  const readStreams = async (questions: readonly StreamQuestion[]): Promise<readonly (readonly StoredEvent[])[]> => {
    const [only] = questions;
    if (only && questions.length === 1) {
      const rows = await ask((connection) => connection.query(streamAfter(only.tenant, only.stream, only.after)));
      return [rows.map((row) => eventOfStream(only.tenant, only.stream, row))];
    }
    const answers = questions.map((): StoredEvent[] => []);
    for (const [n, ...row] of await ask((connection) => connection.query(streamsAfter(questions)))) {
      const at = Number(n) - 1;
      const { tenant, stream } = questions[at] as StreamQuestion;
      answers[at]?.push(eventOfStream(tenant, stream, row));
    }
    return answers;
  };
  const readOne = gathered(readStreams, connections.length);
  const readStream = (tenant: string, stream: string, after: Revision = 0): Promise<readonly StoredEvent[]> => readOne({ tenant, stream, after });

  return { readStream, readAll, readRaw: (after, filter, limit = PAGE_SIZE) => readRows(after, filter, limit), head };
};
