import { testDatabase } from '@onmaru/local-postgres';
import pg from 'pg';
import type { Append, Appended, EventStore } from '../event-store.js';
import type { StoredEvent } from '../event.js';
import type { LogUnderTest } from './log-under-test.js';

const TABLE = `
create table event (
  position bigserial primary key, transaction xid8 not null default pg_current_xact_id(),
  tenant text not null, stream text not null, revision bigint not null, id uuid not null
)`;

/** Three ways in which others read a table whose positions come from a sequence. Each is wrong in its own way. */
const READERS = {
  'by position': 'position > $2 order by position',
  'by transaction, with a checkpoint by position': 'position > $2 order by transaction, position',
  'behind the oldest transaction': 'position > $2 and transaction < pg_snapshot_xmin(pg_current_snapshot()) order by position',
} as const;

const appendTo = async (client: pg.Pool | pg.Client, { tenant, stream, events }: Append): Promise<Appended> => {
  const { rows } = await client.query<{ position: string; revision: string }>(
    `insert into event (tenant, stream, revision, id)
     select $1, $2, (select count(*) from event where tenant = $1 and stream = $2) + nth, id from unnest($3::uuid[]) with ordinality as e (id, nth)
     returning position, revision`,
    [tenant, stream, events.map(({ id }) => id)],
  );
  const last = rows.at(-1) as (typeof rows)[number];
  return { outcome: 'appended', revision: Number(last.revision), position: Number(last.position), recordedAt: '' };
};

/** Wrong on purpose, for the specs of what finds such faults: a log over a sequence, that takes whatever it is given. */
export const sequenceLog = async (reader: keyof typeof READERS): Promise<LogUnderTest> => {
  const database = await testDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 40 });
  pool.on('error', () => undefined);
  await pool.query(TABLE);
  const connected = async (url: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const placed = (rows: readonly { position: string; revision: string }[]): readonly StoredEvent[] =>
    rows.map((row) => ({ ...row, position: Number(row.position), revision: Number(row.revision) })) as unknown as readonly StoredEvent[];
  const store = {
    append: (append: Append) => appendTo(pool, append),
    readStream: async (tenant: string, stream: string) => placed((await pool.query('select * from event where tenant = $1 and stream = $2', [tenant, stream])).rows),
    async readAll(after: number, filter: { tenant: string }, limit = 100) {
      const events = placed((await pool.query(`select * from event where tenant = $1 and ${READERS[reader]} limit $3`, [filter.tenant, after, limit])).rows);
      return { events, upTo: events.at(-1)?.position ?? after };
    },
    head: async () => Number((await pool.query('select coalesce(max(position), 0) as head from event')).rows[0].head),
  } as unknown as EventStore;
  const absent = (): never => {
    throw new Error('a log over a sequence is not asked for this');
  };
  return {
    store,
    beside: async () => store,
    async slowWriter() {
      const client = await connected(database.url);
      await client.query('begin; select pg_current_xact_id()');
      return {
        append: (append) => appendTo(client, append),
        commit: async () => {
          await client.query('commit');
          await client.end();
        },
      };
    },
    async foreignTransaction(where) {
      const url = new URL(database.url);
      if (where === 'elsewhere') url.pathname = 'postgres';
      const client = await connected(url.href);
      await client.query('begin; select pg_current_xact_id()');
      return () => client.end();
    },
    lossyLine: absent,
    cutConnections: absent,
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
};
