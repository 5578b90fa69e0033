import type { EventStore, NewEvent } from '@onmaru/event-sourcing';
import { inMemoryEventStore } from '@onmaru/event-sourcing/in-memory';
import { testDatabase } from '@onmaru/local-postgres';
import { systemClock } from '@onmaru/time/system-clock';
import pg, { type Pool } from 'pg';
import { v7 as uuid } from 'uuid';
import { readModelTables } from '../bookkeeping.js';
import type { Rebuild } from '../rebuild/rebuild-book.js';
import type { RebuildOptions } from '../rebuild/rebuilds.js';
import { viewRunner, type ViewRunner, type ViewRunnerOptions } from '../runner.js';
import { caseDetails, customerCases, SAMPLE_TABLES } from './sample-cases.js';

export const newEvent = (type: string, data: object, occurredAt = '2026-03-01T09:00:00.000Z'): NewEvent => ({
  id: uuid(),
  type,
  occurredAt,
  data,
  actor: { kind: 'system', id: 'spec' },
  commandId: uuid(),
  correlationId: 'spec',
});

/** A log in memory, a real database with the sample's tables, and runners over both. */
export type Laboratory = {
  readonly store: EventStore;
  /** The same log, as nobody wrapped it. */
  readonly log: EventStore;
  readonly pool: Pool;
  append(tenant: string, stream: string, ...events: readonly NewEvent[]): Promise<number>;
  runner(options?: Partial<ViewRunnerOptions>): ViewRunner;
  /** Waits until the runner has seen the whole log. */
  caughtUp(runner: ViewRunner): Promise<void>;
  /** Rebuilds views and waits for the end; how they ended, in the order in which they were asked for. */
  rebuilt(runner: ViewRunner, options?: RebuildOptions): Promise<readonly Rebuild[]>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** Cuts every connection to the database, as an administrator can. */
  cut(): Promise<void>;
  close(): Promise<void>;
};

export const laboratory = async (wrap: (store: EventStore) => EventStore = (store) => store): Promise<Laboratory> => {
  const database = await testDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 10 });
  pool.on('error', () => undefined);
  await pool.query(`CREATE SCHEMA cases; ${readModelTables('cases')} ${SAMPLE_TABLES}`);
  const log = inMemoryEventStore({ clock: systemClock });
  const store = wrap(log);
  const runners: ViewRunner[] = [];
  return {
    store,
    log,
    pool,
    async append(tenant, stream, ...events) {
      const appended = await store.append({ tenant, stream, expected: 'any', events });
      if (appended.outcome !== 'appended') throw new Error(appended.outcome);
      return appended.position;
    },
    runner(options = {}) {
      const runner = viewRunner({ store, pool, schema: 'cases', views: [caseDetails, customerCases], ...options });
      runners.push(runner);
      return runner;
    },
    async caughtUp(runner) {
      const head = await store.head();
      if (!(await runner.waitFor(head, 10_000))) throw new Error(`at ${JSON.stringify(runner.status())}, not at ${head}`);
    },
    async rebuilt(runner, options = {}) {
      const { begun, ended } = await runner.rebuilds.start(options);
      await ended;
      const all = await runner.rebuilds.list();
      return begun.flatMap((view) => all.find((one) => one.view === view) ?? []);
    },
    rows: async (sql) => (await pool.query<Record<string, unknown>>(sql)).rows,
    async cut() {
      const administrator = new pg.Client({ connectionString: database.url });
      await administrator.connect();
      await administrator.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
      await administrator.end();
    },
    async close() {
      for (const runner of runners) await runner.stop();
      await pool.end();
      await database.drop();
    },
  };
};
