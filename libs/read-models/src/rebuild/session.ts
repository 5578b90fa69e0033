import type { Pool, PoolClient } from 'pg';
import { REDOABLE, within } from '../transaction.js';

/**
 * A connection that rebuilds hold for as long as they work: their locks and their writes live and die with it, so that
 * who has lost the lock cannot write any more.
 */
export type Session = {
  /** Answers false where somebody else has it. */
  lock(name: string): Promise<boolean>;
  unlock(name: string): Promise<void>;
  /** One transaction after the other. */
  transaction<T>(work: (client: PoolClient) => Promise<T>, begin?: string): Promise<T>;
  end(): void;
};

export const openSession = async (pool: Pool): Promise<Session> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const lost = (error: Error): void => {
    broken = error;
  };
  client.on('error', lost);
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
  return {
    lock: (name) =>
      inTurn(async () => {
        const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got', [name]);
        return rows[0]?.got ?? false;
      }),
    unlock: (name) => inTurn(async () => void (await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]))),
    transaction: (work, begin = REDOABLE) => inTurn(() => within(client, work, begin, lost)),
    end() {
      client.off('error', lost);
      client.release(broken);
    },
  };
};
