import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { EventStore } from '../event-store.js';
import type { Position } from '../event.js';
import { migrateLog, postgresEventStore } from '../postgres.js';
import { percentiles, type Percentiles } from './percentiles.js';
import { tableOfLog } from './table-of-log.js';
import { workloadFaults, type Came, type WorkloadFaults } from './workload-faults.js';
import { writerProcess, type WriterProcess } from './writer-process.js';

/** Follows the log until `stop` aborts, and calls `saw` for each event it is brought, in the order in which that happens. */
export type Consume = (store: EventStore, saw: (event: Came) => void, stop: AbortSignal) => Promise<void>;

export type OrderAndGapsOptions = {
  /** A superuser's URL of a database; the log is made in it where it is missing. */
  readonly url: string;
  /** Processes that append, each over connections of its own. */
  readonly writers: number;
  readonly seconds: number;
  /** How many of them are killed on the way, without a warning. */
  readonly kills: number;
  /** How long a writer rests at most between two appends, and a late commit is late; 20 where it is left out. */
  readonly delayMs?: number;
  /** How long the consumer may take to see the rest when everybody has stopped; 10,000 where it is left out. */
  readonly patienceMs?: number;
  /** Who follows meanwhile; where it is left out, a subscription to the whole log. */
  readonly consume?: Consume;
};

export type OrderAndGaps = WorkloadFaults & {
  /** From the moment the log took an event to the moment the consumer saw it. */
  readonly lagMs: Percentiles;
  /** Events in the table. */
  readonly appended: number;
  readonly acknowledged: number;
  readonly killed: number;
};

const subscribed: Consume = async (store, saw, stop) => {
  for await (const { events } of store.subscribe(0, { everyTenant: true }, stop)) events.forEach(saw);
};

/** A transaction that has written and does nothing more, in the log's database and in another of the same server. */
const strangers = async (url: string): Promise<readonly pg.Client[]> => {
  const elsewhere = new URL(url);
  elsewhere.pathname = 'postgres';
  const clients = [url, elsewhere.href].map((connectionString) => new pg.Client({ connectionString }));
  for (const client of clients) {
    await client.connect();
    await client.query('begin; select pg_current_xact_id()');
  }
  return clients;
};

const killSome = async (writers: readonly WriterProcess[], kills: number, milliseconds: number): Promise<void> => {
  const victims = writers.slice(0, kills).map(async (writer) => {
    await pause(milliseconds * (0.2 + 0.6 * Math.random()));
    await writer.kill();
  });
  await Promise.all([...victims, pause(milliseconds)]);
};

/**
 * Lets processes append with delays to a log in PostgreSQL, kills some of them, leaves strangers' transactions open,
 * follows meanwhile, and compares what the writers were told, what the follower saw and what the log holds. The log must be empty.
 */
export const orderAndGaps = async ({ url, writers, seconds, kills, delayMs = 20, patienceMs = 10_000, consume = subscribed }: OrderAndGapsOptions): Promise<OrderAndGaps> => {
  await migrateLog(url, {});
  const folder = mkdtempSync(join(tmpdir(), 'onmaru-writers-'));
  const processes = Array.from({ length: writers }, (_, n) => writerProcess({ url, acknowledgements: join(folder, `${n}`), delayMs }));
  const [store, stop] = [await postgresEventStore({ connection: url }), new AbortController()];
  const seen: (Came & { readonly at: number })[] = [];
  const positions = new Set<Position>();
  const open = await strangers(url);
  try {
    await Promise.all(processes.map(({ ready }) => ready));
    const saw = ({ id, stream, position }: Came): void => {
      positions.add(position);
      seen.push({ id, stream, position, at: Date.now() });
    };
    const consuming = consume(store, saw, stop.signal);
    processes.forEach((one) => one.begin());
    await killSome(processes, kills, seconds * 1000);
    await Promise.all(processes.slice(kills).map((one) => one.stop()));
    const table = await tableOfLog(url);
    for (const until = performance.now() + patienceMs; positions.size < table.length && performance.now() < until; ) await pause(10);
    stop.abort();
    await consuming;
    const recorded = new Map(table.map(({ id, recordedAt }) => [id, recordedAt]));
    const lags = seen.map(({ id, at }) => at - (recorded.get(id) ?? at));
    const acknowledged = processes.flatMap((one) => one.acknowledged());
    const faults = workloadFaults(acknowledged, seen, table, consume === subscribed);
    return { ...faults, lagMs: percentiles(lags), appended: table.length, acknowledged: acknowledged.flatMap(({ ids }) => ids).length, killed: Math.min(kills, writers) };
  } finally {
    stop.abort();
    await Promise.all(processes.map((one) => one.kill()));
    await Promise.all([store.close(), ...open.map((client) => client.end())]);
    rmSync(folder, { recursive: true });
  }
};
