import type { Pool, PoolClient } from 'pg';

/** Runs `work` between BEGIN and COMMIT on a connection of its own; what throws rolls back. `begin` may set options of the transaction. */
export const transaction = async <T>(pool: Pool, work: (client: PoolClient) => Promise<T>, begin = 'BEGIN'): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  const lost = (error: Error): void => {
    broken = error;
  };
  // A connection in use that nobody listens to would end the process when the server cuts it.
  client.on('error', lost);
  try {
    return await within(client, work, begin, lost);
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
};

/** The same on a connection that is there. `lost` is told when the connection is of no use any more. */
export const within = async <T>(client: PoolClient, work: (client: PoolClient) => Promise<T>, begin: string, lost: (error: Error) => void): Promise<T> => {
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(lost);
    throw error;
  }
};

/** For what can be made again from the log: a crash of the database may forget the last moments, and they are redone. */
export const REDOABLE = "BEGIN; SET LOCAL synchronous_commit = off; SET LOCAL lock_timeout = '10s'";

/** The same for one statement by itself, among what it selects from: it saves the round trips of a transaction. */
export const IN_A_HURRY = "(SELECT set_config('synchronous_commit', 'off', true), set_config('lock_timeout', '10s', true) OFFSET 0) AS in_a_hurry";

/** Whether PostgreSQL refused the values themselves, as opposed to being away, busy or set up wrongly. */
export const isDataError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
