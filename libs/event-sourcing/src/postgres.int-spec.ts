import { ensureRole, testDatabase } from '@onmaru/local-postgres';
import pg from 'pg';
import { eventStoreContract } from './contract/event-store-contract.js';
import { testTypes, type LogUnderTest } from './contract/log-under-test.js';
import type { Append, EventStore } from './event-store.js';
import { inMemoryKeys } from './in-memory-keys.js';
import { migrateLog, postgresEventStore, type PostgresEventStoreOptions } from './postgres.js';
import { answerOf, appendOne, type Row } from './postgres/append-statements.js';
import { sealed } from './sealing.js';
import { storable } from './storable.js';
import { lossyLine } from './testing/lossy-line.js';

const WRITER = 'onmaru_contract';

const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/** The log's own function in a transaction that stays open, as no program of ours would call it. */
const slowWriter = async (url: string, wrapped: (store: EventStore) => EventStore) => {
  const client = await connected(url);
  await client.query('begin');
  await client.query('select pg_current_xact_id()');
  const raw = {
    append: async (append: Append) => {
      const one = storable(append);
      const { text, values } = appendOne(one);
      const { rows } = await client.query({ text, values: values as unknown[], rowMode: 'array' });
      return answerOf(one, rows[0] as unknown as Row);
    },
  } as unknown as EventStore;
  return {
    append: wrapped(raw).append,
    commit: async () => {
      await client.query('commit');
      await client.end();
    },
  };
};

const foreignTransaction = async (url: string, where: 'here' | 'elsewhere'): Promise<() => Promise<void>> => {
  const elsewhere = where === 'elsewhere' ? await testDatabase() : null;
  const client = await connected(elsewhere?.url ?? url);
  await client.query('begin; create table strange (n int); insert into strange values (1)');
  return async () => {
    await client.end();
    await elsewhere?.drop();
  };
};

const inPostgres = async (options: Partial<PostgresEventStoreOptions>, wrapped: (store: EventStore) => EventStore): Promise<LogUnderTest> => {
  const database = await testDatabase();
  const url = await ensureRole(database.url, WRITER);
  await migrateLog(database.url, { [WRITER]: ['case', 'queue'] });
  const admin = await connected(database.url);
  const store = await postgresEventStore({ connection: url, ...options });
  const other = await postgresEventStore({ connection: url });
  const ends: (() => Promise<unknown>)[] = [() => store.close(), () => other.close(), () => admin.end()];
  return {
    store: wrapped(store),
    beside: async () => wrapped(other),
    slowWriter: () => slowWriter(url, wrapped),
    foreignTransaction: (where) => foreignTransaction(database.url, where),
    lossyLine: async () => {
      const line = await lossyLine(url);
      const overLine = await postgresEventStore({ connection: line.url, ...options });
      ends.push(() => overLine.close(), () => line.close());
      return { store: wrapped(overLine), lose: line.lose };
    },
    cutConnections: async () => {
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and datname = current_database()', [WRITER]);
    },
    close: async () => {
      for (const end of ends) await end();
      await database.drop();
    },
  };
};

const asIs = (store: EventStore): EventStore => store;

eventStoreContract('PostgreSQL', () => inPostgres({}, asIs));
eventStoreContract('PostgreSQL, always in batches, with a short queue', () => inPostgres({ bypass: false, queueLimit: 32 }, asIs));

const keys = inMemoryKeys();
eventStoreContract('PostgreSQL, sealed', () => inPostgres({}, (store) => sealed(store, [testTypes], keys)));
