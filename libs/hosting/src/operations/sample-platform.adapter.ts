import type { EventStore, NewEvent } from '@onmaru/event-sourcing';
import type { DeadLetter } from '@onmaru/invariants';
import { inMemoryEventStore } from '@onmaru/event-sourcing/in-memory';
import { testDatabase } from '@onmaru/local-postgres';
import { readModelTables, SnakeCaseColumns, viewRunner, type ViewRunner } from '@onmaru/read-models';
import { systemClock } from '@onmaru/time/system-clock';
import pg, { type Pool } from 'pg';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { OperatedService, OperationsPorts } from './operations-ports.adapter.js';
import { CaseWords } from './sample-view.entity.js';
import { caseWordsView } from './sample-view.projection.js';

const TABLE = `CREATE TABLE sample.case_words_1 (
  tenant text, id text, customer_id text, subject text, tags text[] NOT NULL, attributes jsonb NOT NULL, changes int NOT NULL,
  opened_at timestamptz NOT NULL, position bigint NOT NULL, words text GENERATED ALWAYS AS (lower(subject)) STORED, PRIMARY KEY (tenant, id))`;

/** A platform of one service with one view, over a log in memory and a real database. */
export type SamplePlatform = OperationsPorts & {
  readonly service: OperatedService;
  readonly pool: Pool;
  readonly runner: ViewRunner;
  readonly letters: DeadLetter[];
  append(tenant: string, stream: string, ...events: readonly Partial<NewEvent>[]): Promise<number>;
  caughtUp(): Promise<void>;
  close(): Promise<void>;
};

export const samplePlatform = async (log: EventStore = inMemoryEventStore({ clock: systemClock })): Promise<SamplePlatform> => {
  const database = await testDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 6 });
  pool.on('error', () => undefined);
  await pool.query(`CREATE SCHEMA sample; ${readModelTables('sample')} ${TABLE}`);
  const source = new DataSource({ type: 'postgres', url: database.url, schema: 'sample', entities: [CaseWords], namingStrategy: new SnakeCaseColumns() });
  await source.initialize();
  const runner = viewRunner({ store: log, pool, schema: 'sample', views: [caseWordsView] });
  await runner.start();
  const service = { schema: 'sample', views: [caseWordsView], runner, source, pool, foldedLog: log };
  const letters: DeadLetter[] = [];
  return {
    log,
    services: [service],
    deadLetters: () => Promise.resolve(letters),
    timeCopy: (after, upTo) => Promise.resolve(upTo > after ? { events: upTo - after, seconds: 0.5 } : null),
    service,
    pool,
    runner,
    letters,
    async append(tenant, stream, ...events) {
      const sound = { type: 'cases.NoteAdded.v1', occurredAt: '2026-03-01T09:00:00.000Z', data: {}, actor: { kind: 'staff', id: 'mina' }, correlationId: 'r' } as const;
      const whole = events.map((event) => ({ ...sound, id: uuid(), commandId: uuid(), ...event }));
      const appended = await log.append({ tenant, stream, expected: 'any', events: whole });
      if (appended.outcome !== 'appended') throw new Error(appended.outcome);
      return appended.position;
    },
    async caughtUp() {
      const head = await log.head();
      if (!(await runner.waitFor(head, 10_000))) throw new Error(`the view is not at ${head}: ${JSON.stringify(runner.status())}`);
    },
    async close() {
      await runner.stop();
      await source.destroy();
      await pool.end();
      await database.drop();
    },
  };
};
