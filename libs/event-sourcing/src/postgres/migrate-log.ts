import pg from 'pg';
import { LogError } from '../log-error.js';
import { LOG_VERSION, MIGRATIONS } from './schema.js';

/** How to reach PostgreSQL: a URL, or what `pg` takes. */
export type PostgresConnection = string | pg.ClientConfig;

/** For each database role the categories of the streams that it alone may append to. */
export type LogOwners = Readonly<Record<string, readonly string[]>>;

const MIGRATION_LOCK = 7_308_902_114;

const currentVersion = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('log.version') is not null as there");
  if (!rows[0]?.there) return 0;
  const { rows: versions } = await client.query<{ version: number | null }>('select max(version) as version from log.version');
  return versions[0]?.version ?? 0;
};

const upgrade = async (client: pg.Client): Promise<void> => {
  const version = await currentVersion(client);
  if (version > LOG_VERSION) {
    throw new LogError('newer-log', `The log has version ${version}, this program knows ${LOG_VERSION}. Start the newer program that upgraded it.`);
  }
  for (let next = version + 1; next <= LOG_VERSION; next += 1) {
    await client.query(MIGRATIONS[next - 1] as string);
    if (next === 1) await client.query('create table log.version (version integer primary key, applied_at timestamptz not null default now())');
    await client.query('insert into log.version (version) values ($1)', [next]);
  }
};

const grantTo = async (client: pg.Client, role: string): Promise<void> => {
  const name = client.escapeIdentifier(role);
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (!rowCount) await client.query(`create role ${name} login`);
  await client.query(`grant usage on schema log to ${name}`);
  await client.query(`grant select on log.event, log.head, log.version, log.snapshot to ${name}`);
  await client.query(`grant execute on all functions in schema log to ${name}`);
};

const own = async (client: pg.Client, role: string, categories: readonly string[]): Promise<void> => {
  await client.query('delete from log.writer where role = $1 and category <> all ($2)', [role, categories]);
  await client.query('insert into log.writer (category, role) select unnest($2::text[]), $1 on conflict (category) do nothing', [role, categories]);
  const { rows } = await client.query<{ category: string; role: string }>(
    'select category, role from log.writer where category = any ($2) and role <> $1',
    [role, categories],
  );
  if (!rows[0]) return;
  throw new LogError('permission', `Streams of ${rows[0].category} belong to the role ${rows[0].role}, so ${role} cannot have them.`);
};

/**
 * Brings the log in a database to the version of this code and gives each role its categories and the right to read.
 * A role that is missing is created without a password. Roles that are not named keep what they have. Harmless when
 * it is repeated, and safe when several programs do it at once.
 *
 * @throws LogError `newer-log`; `permission` when a category already belongs to another role.
 */
export const migrateLog = async (admin: PostgresConnection, owners: LogOwners): Promise<void> => {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await upgrade(client);
    await client.query('revoke all on all functions in schema log from public');
    for (const [role, categories] of Object.entries(owners)) {
      await grantTo(client, role);
      await own(client, role, categories);
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
};
