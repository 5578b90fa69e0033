import type { EventStore, Filter, Page } from './event-store.js';
import type { Position } from './event.js';
import { counting } from './eventstoredb/counting.js';
import { knownStreams } from './eventstoredb/known-streams.js';
import { names } from './eventstoredb/names.js';
import { patiently } from './eventstoredb/patience.js';
import { reading, type Ports } from './eventstoredb/reading.js';
import { connected } from './eventstoredb/connected.js';
import { snapshotStreams } from './eventstoredb/snapshot-streams.js';
import { watching } from './eventstoredb/watching.js';
import { writing } from './eventstoredb/writing.js';
import { follow } from './follow.js';
import { LogError } from './log-error.js';

export type EventStoreDbOptions = {
  /** `esdb://user:password@host:2113?tls=true`, `esdb+discover://…`, or the same with `kurrentdb`. */
  readonly connection: string;
  /** What the names of the log's streams begin with: letters and digits. Two logs in one server have two of them. */
  readonly prefix?: string;
  /** How long the server may take to answer, in milliseconds. */
  readonly deadline?: number;
};

/** The log in EventStoreDB or KurrentDB. */
export type EventStoreDb = EventStore & {
  /** Takes no more appends, answers those it has, ends subscriptions and connections. */
  close(): Promise<void>;
};

/**
 * Opens the log in an EventStoreDB of version 22.10 or newer, or a KurrentDB, and counts its events: that is their
 * positions. What keeps streams of one service from another are the access rules of the server. Needs the package
 * `@eventstore/db-client`, which is loaded here.
 *
 * @throws LogError `unavailable` after two seconds without an answer, `permission`, `not-migrated`, `damaged-log`.
 */
export const eventStoreDb = async ({ connection, prefix = 'onmaru', deadline = 10_000 }: EventStoreDbOptions): Promise<EventStoreDb> => {
  const own = names(prefix);
  const server = await connected(connection, deadline);
  const count = counting(server, (stream) => stream.startsWith(`${prefix}.`));
  const ports: Ports = { server, names: own, counting: count, known: knownStreams(), deadline };
  const reads = reading(ports);
  const writes = writing(ports, reads);
  const snapshots = snapshotStreams(ports, reads);
  const closing = new AbortController();
  const watch = watching(ports, closing.signal);

  const asked = <T>(question: () => Promise<T>): Promise<T> => {
    if (closing.signal.aborted) return Promise.reject(new LogError('closed', 'The store was closed'));
    return patiently(question);
  };

  async function* subscribe(after: Position, filter: Filter, stop: AbortSignal): AsyncGenerator<Page, void> {
    const until = AbortSignal.any([stop, closing.signal]);
    const patient = { readAll: (...page: Parameters<EventStore['readAll']>) => patiently(() => reads.readHeard(...page), Infinity, until), head: () => patiently(reads.head, Infinity, until) };
    try {
      yield* follow({ ...patient, grown: watch.grown }, after, filter, until);
    } catch (error) {
      if (!(until.aborted && error instanceof LogError && ['unavailable', 'closed'].includes(error.code))) throw error;
    }
  }

  const close = async (): Promise<void> => {
    await writes.close();
    closing.abort();
    await server.close();
  };

  try {
    await patiently(count.catchUp);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    append: writes.append,
    readStream: (...of) => asked(() => reads.readStream(...of)),
    readAll: (...page) => asked(() => reads.readAll(...page)),
    readRaw: async (...page) => {
      const { events, upTo } = await asked(() => reads.readAll(...page));
      return { events: events.map(({ data, ...rest }) => ({ ...rest, json: JSON.stringify(data) })), upTo };
    },
    subscribe,
    head: () => asked(reads.head),
    readSnapshot: (...of) => asked(() => snapshots.readSnapshot(...of)),
    keepSnapshot: (snapshot) => asked(() => snapshots.keepSnapshot(snapshot)),
    holds: (...of) => asked(() => snapshots.holds(...of)),
    close,
  };
};
