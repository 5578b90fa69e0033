import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { postgresEventStore, type PostgresEventStore } from '@onmaru/event-sourcing/postgres';
import { freePort } from '@onmaru/local-postgres';
import { messageOf, postgresCheckpoints, RELAYS, type Message } from '@onmaru/messaging';
import { kafkaBus } from '@onmaru/messaging/kafka';
import { SERVICES } from '@onmaru/setup/setup.module';
import pg from 'pg';
import { superuserUrl } from './data-folder.js';
import { newFolder } from './platform.js';
import { isRunning, ready, start, type Started } from './process.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PUBLICATIONS = SERVICES.flatMap(({ publications }) => publications);
const BROKERS = process.env['KAFKA_BROKERS'] ?? '';
/** What tells two imports of one log apart: where in the log it stands, and when that was. */
const OF_THE_IMPORT = /position$|^registered_at$|^issued_at$/;

const MAINS = { 'in one process': 'apps/standalone/src/main.ts', apart: 'apps/standalone/src/distributed/main.ts' } as const;

type Rows = ReadonlyMap<string, readonly string[]>;

/** The rows of every view that came about by the import, without what {@link OF_THE_IMPORT} names. */
const importedRows = async (pool: pg.Pool): Promise<Rows> => {
  const schemas = SERVICES.map(({ name }) => name);
  const { rows: admins } = await pool.query<{ id: string }>("SELECT id FROM identity.staff_1 WHERE tenant = 'hanok' AND external_id IS NULL");
  const { rows: tables } = await pool.query<{ name: string }>("SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_name ~ '_[0-9]+$' AND table_schema = ANY($1) ORDER BY 1", [schemas]);
  const rowsOf = async ({ name }: { name: string }) => {
    const { rows } = await pool.query<{ row: Readonly<Record<string, unknown>> }>(`SELECT to_jsonb(t) AS row FROM ${name} t WHERE tenant = 'hanok'`);
    const ours = rows.filter(({ row }) => !admins.some(({ id }) => id === row['id']));
    return [name, ours.map(({ row }) => JSON.stringify(Object.entries(row).filter(([column]) => !OF_THE_IMPORT.test(column)))).toSorted()] as const;
  };
  return new Map(await Promise.all(tables.map(rowsOf)));
};

/** Every message that the log makes, in its order. */
const remade = async (log: PostgresEventStore): Promise<readonly Message[]> => {
  const messages: Message[] = [];
  const head = await log.head();
  for (let after = 0; after < head; ) {
    const { events, upTo } = await log.readAll(after, { everyTenant: true });
    for (const event of events)
      for (const publication of PUBLICATIONS) if (event.stream.startsWith(`${publication.category}-`)) messages.push(...[messageOf(publication, event)].filter((one) => one !== null));
    after = upTo;
  }
  return messages;
};

const ended = async (running: Started): Promise<void> => {
  if (isRunning(running.pid)) running.kill('SIGTERM');
  await running.ended;
};

const byId = (messages: readonly Message[]): readonly Message[] => messages.toSorted((one, other) => one.position - other.position || (one.topic < other.topic ? -1 : 1));

describe('A log of incidents that is imported', () => {
  const prefix = `${randomUUID()}-`;
  const held = new AsyncDisposableStack();
  const rows = new Map<string, Rows>();
  let data: string;
  let pool: pg.Pool;
  let log: PostgresEventStore;

  /** Starts the platform on a folder of its own and imports the sample into a tenant of its own. */
  const imported = async (name: keyof typeof MAINS): Promise<Started> => {
    const [folder, port] = [newFolder(), String(await freePort())];
    held.defer(() => rmSync(folder, { recursive: true, force: true }));
    data = join(folder, 'data');
    const running = start({ ONMARU_DATA: data, ONMARU_PORT: port, ONMARU_KAFKA_PREFIX: prefix, NODE_OPTIONS: '--disable-warning=TimeoutNegativeWarning' }, MAINS[name]);
    held.defer(() => ended(running));
    await ready(running, `http://127.0.0.1:${port}`);
    const onmaru = async (...args: readonly string[]) =>
      promisify(execFile)(process.execPath, ['--import', './tools/ts.mjs', 'apps/cli/src/main.ts', ...args], { cwd: ROOT, env: { ...process.env, ONMARU_DATA: data } });
    await onmaru('tenant', 'create', 'Hanok', '--admin', 'ada@hanok.example');
    await onmaru('import', 'servicenow', 'apps/cli/sample/incidents.csv', '--tenant', 'hanok');
    expect(JSON.parse((await onmaru('verify', '--json')).stdout)).toMatchObject({ ok: true });
    pool = held.adopt(new pg.Pool({ connectionString: superuserUrl(data) }), (opened) => opened.end());
    pool.on('error', () => undefined);
    rows.set(name, await importedRows(pool));
    return running;
  };

  beforeAll(async () => {
    await ended(await imported('in one process'));
    await imported('apart');
    log = held.adopt(await postgresEventStore({ connection: superuserUrl(data), writers: 0, readers: 1 }), (opened) => opened.close());
  }, 400_000);

  afterAll(() => held.disposeAsync(), 60_000);

  it('makes the same rows in every view, whether services run in one process or apart', () => {
    const [whole, parted] = [rows.get('in one process') as Rows, rows.get('apart') as Rows];
    expect(parted).toEqual(whole);
    expect(whole.size).toBe(SERVICES.flatMap(({ views }) => views).length);
    expect(whole.get('cases.case_details_1')?.length).toBe(98);
  });

  it('is on Kafka, every event that others are told once, in the order of its key, with what is personal sealed', async () => {
    const told: Message[] = [];
    const checkpoints = postgresCheckpoints(pool, RELAYS);
    const bus = kafkaBus({ store: log, publications: PUBLICATIONS, checkpoints, brokers: BROKERS.split(','), prefix });
    const topics = [...new Set(PUBLICATIONS.map(({ topic }) => topic))];
    const witness = await bus.subscribe({ group: 'witness', topics, deliver: async (message) => void told.push(message), undeliverable: (_, cause) => Promise.reject(new Error('it cannot be told', { cause })) });
    const head = await log.head();
    expect(await witness.waitFor(head, 60_000)).toBe(true);
    await witness.stop();
    const all = await remade(log);
    expect(all.length).toBeGreaterThan(400);
    expect(byId(told)).toEqual(byId(all));
    for (const [, of] of Map.groupBy(told, ({ topic, key }) => `${topic} ${key}`)) expect(of).toEqual(byId(of));
    const { rows: people } = await pool.query<{ name: string }>("SELECT name FROM identity.customers_1 WHERE tenant = 'demo'");
    expect(people.length).toBeGreaterThan(2);
    expect(people.filter(({ name }) => JSON.stringify(told).includes(name))).toEqual([]);
  });
});
