import type { Pool } from 'pg';
import { DataSource, type MixedList } from 'typeorm';

type Migrations = MixedList<new () => object>;

/** A schema that a later version of Onmaru has changed: this one must not touch it. */
export class NewerSchema extends Error {
  constructor(schema: string, migration: string) {
    super(`The schema "${schema}" belongs to a newer version of Onmaru (it has ${migration}): start that version, or restore a backup`);
    this.name = 'NewerSchema';
  }
}

/**
 * Brings the schema of one service up to date, as the role that `pool` signs in with. Runs of several replicas wait
 * for each other. Throws {@link NewerSchema} when the schema holds a migration that this version does not know.
 */
export const migrate = async (pool: Pool, schema: string, migrations: readonly (new () => object)[]): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [`onmaru-migrate-${schema}`]);
    const { rows } = await client.query<{ table: string | null }>('SELECT to_regclass($1) AS table', [`${schema}.migration`]);
    const done = rows[0]?.table ? (await client.query<{ name: string }>(`SELECT name FROM "${schema}".migration`)).rows : [];
    const unknown = done.find(({ name }) => !migrations.some((migration) => migration.name === name));
    if (unknown) throw new NewerSchema(schema, unknown.name);
    if (done.length < migrations.length) await run(pool, schema, [...migrations]);
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [`onmaru-migrate-${schema}`]);
    client.release();
  }
};

const run = async (pool: Pool, schema: string, migrations: Migrations): Promise<void> => {
  const { connectionString: url, host, port, user: username, password, database } = pool.options;
  const source = new DataSource({
    type: 'postgres',
    ...(url ? { url } : { host, port, username, password: password as string, database }),
    schema,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    installExtensions: false,
    poolErrorHandler: () => undefined,
  } as never);
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
};
