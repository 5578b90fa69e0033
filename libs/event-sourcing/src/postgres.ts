import type { EventStore, Filter, Page } from './event-store.js';
import type { Position } from './event.js';
import { follow } from './follow.js';
import { LogError } from './log-error.js';
import { connection, type Connection } from './postgres/connection.js';
import { headWatch, type HeadWatch } from './postgres/head-watch.js';
import type { PostgresConnection } from './postgres/migrate-log.js';
import { ensureVersion } from './postgres/log-version.js';
import { reader } from './postgres/reader.js';
import { snapshots } from './postgres/snapshots.js';
import { writer } from './postgres/writer.js';

export { headWatch, type HeadWatch } from './postgres/head-watch.js';
export { importEvents, type Imported } from './postgres/import-events.js';
export { migrateLog, type LogOwners, type PostgresConnection } from './postgres/migrate-log.js';
export { timeCopy } from './postgres/time-copy.js';

export type PostgresEventStoreOptions = {
  readonly connection: PostgresConnection;
  /** Connections that append, made when they are needed. */
  readonly writers?: number;
  /** Connections that read, made when they are needed. */
  readonly readers?: number;
  /** Who says that the log has grown, where several stores share that; whoever made it ends it. */
  readonly watch?: HeadWatch;
  /** How many appends may wait; further callers wait before their events are looked at. */
  readonly queueLimit?: number;
  /** Whether an append that is alone takes a shorter way into the log. Measurements turn it off. */
  readonly bypass?: boolean;
};

/** The log in PostgreSQL. */
export type PostgresEventStore = EventStore & {
  /** Takes no more appends, answers those it has, ends subscriptions and connections. */
  close(): Promise<void>;
};

const several = (n: number, target: PostgresConnection): readonly Connection[] => Array.from({ length: n }, () => connection(target));

/**
 * Opens the log in a database that {@link migrateLog} has prepared, as the database role of the connection: it may
 * append to its own streams and read all. The session's clock gives `recordedAt`.
 *
 * @throws LogError `not-migrated`, `newer-log`, `permission`, or `unavailable` after two seconds without an answer.
 */
export const postgresEventStore = async (options: PostgresEventStoreOptions): Promise<PostgresEventStore> => {
  const { connection: target, writers = 2, readers = 3, queueLimit = 8192, bypass = true } = options;
  const writing = several(writers, target);
  const reading = several(readers, target);
  const closing = new AbortController();
  const watch = options.watch ?? headWatch(target);
  const appending = writer({ connections: writing, queueLimit, bypass });
  const { readStream, readAll, readRaw, head } = reader(reading);

  async function* subscribe(after: Position, filter: Filter, stop: AbortSignal): AsyncGenerator<Page, void> {
    const until = AbortSignal.any([stop, closing.signal]);
    const patient = reader(reading, Infinity, until, watch.known);
    try {
      yield* follow({ readAll: patient.readAll, head: patient.head, grown: watch.grown }, after, filter, until);
    } catch (error) {
      if (!(until.aborted && error instanceof LogError && ['unavailable', 'closed'].includes(error.code))) throw error;
    }
  }

  const close = async (): Promise<void> => {
    await appending.close();
    closing.abort();
    await Promise.all([...(options.watch ? [] : [watch]), ...writing, ...reading].map((part) => part.end()));
  };

  try {
    await ensureVersion(reading[0] as Connection);
  } catch (error) {
    await close();
    throw error;
  }
  return { append: appending.append, readStream, readAll, readRaw, subscribe, head, ...snapshots(reading), close };
};
