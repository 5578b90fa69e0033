import { PAGE_SIZE, type Filter, type Page } from '../event-store.js';
import type { Position, Revision, StoredEvent } from '../event.js';
import { LogError } from '../log-error.js';
import { matching } from '../matching.js';
import type { Counted, Counting } from './counting.js';
import { atOf, storedEvent, type EventOfServer } from './event-of-server.js';
import type { KnownStreams } from './known-streams.js';
import type { Names, StreamFilter } from './names.js';
import type { Server } from './server.js';

export type Ports = {
  readonly server: Server;
  readonly names: Names;
  readonly counting: Counting;
  readonly known: KnownStreams;
  /** How long the server may say nothing when it was asked, in milliseconds. */
  readonly deadline: number;
};

export type Reading = {
  readStream(tenant: string, stream: string, after?: Revision): Promise<readonly StoredEvent[]>;
  readAll(after: Position, filter: Filter, limit?: number): Promise<Page>;
  /** The same for who follows: as far as was heard, and only where nothing was, as far as there is something. */
  readHeard(after: Position, filter: Filter, limit?: number): Promise<Page>;
  head(): Promise<Position>;
};

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|#/-]/g, '\\$&');

/** A subscription says nothing at its end; so it also looks for the last event that is wanted, which then comes. */
const andAlso = (filter: StreamFilter, stream: string): StreamFilter =>
  'prefixes' in filter ? { prefixes: [...filter.prefixes, stream] } : { regex: `${filter.regex}|^${literal(stream)}$` };

export const reading = ({ server, names, counting, known, deadline }: Ports): Reading => {
  const stored = (event: EventOfServer): StoredEvent => storedEvent(event, names.partsOf(event.streamId), counting.placeOf(event));

  const readStream = async (tenant: string, stream: string, after: Revision = 0): Promise<readonly StoredEvent[]> => {
    const name = names.of(tenant, stream);
    const events: EventOfServer[] = [];
    for await (const event of server.readStream(name, after)) {
      if (Number(event.revision) !== after + events.length) {
        throw new LogError('damaged-log', `Event ${after + events.length} of ${name} is gone from EventStoreDB. Restore the server from a backup, and let nobody set a limit or an age on streams of the log.`);
      }
      events.push(event);
    }
    const last = events.at(-1);
    if (last && atOf(last) > (counting.counted()?.at ?? -1)) await counting.catchUp();
    const found = events.map(stored);
    known.learn(tenant, stream, after, found);
    return found;
  };

  const page = async (end: Counted | null, after: Position, filter: Filter, limit: number): Promise<Page> => {
    if (!end || end.position <= after || limit < 1) return { events: [], upTo: after };
    if (filter.categories?.length === 0 || filter.types?.length === 0) return { events: [], upTo: end.position };
    const isWanted = matching(filter);
    const events: StoredEvent[] = [];
    for await (const event of server.follow(counting.atOf(after), andAlso(names.lookedAtBy(filter), end.stream), deadline)) {
      if (atOf(event) > end.at) return { events, upTo: end.position };
      const found = stored(event);
      if (isWanted(found)) events.push(found);
      if (events.length === limit || found.position === end.position) return { events, upTo: found.position };
    }
    throw new LogError('unavailable', 'The log cannot be reached: EventStoreDB ended in the middle of a page');
  };

  const isFar = (seen: Counted | null, after: Position, limit: number): boolean => seen !== null && seen.position - after >= limit;
  const readAll = async (after: Position, filter: Filter, limit = PAGE_SIZE): Promise<Page> => {
    const seen = counting.counted();
    return page(isFar(seen, after, limit) ? seen : await counting.catchUp(), after, filter, limit);
  };
  const readHeard = async (after: Position, filter: Filter, limit = PAGE_SIZE): Promise<Page> => {
    const seen = counting.counted();
    return page(isFar(seen, after, 1) ? seen : await counting.catchUp(), after, filter, limit);
  };

  return { readStream, readAll, readHeard, head: async () => (await counting.catchUp())?.position ?? 0 };
};
