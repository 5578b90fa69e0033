import type { Pool, PoolClient } from 'pg';

/** What is done to the statements of a runner, one by one. */
export type Sabotage = {
  /** Waits, or throws, before a statement. */
  readonly before?: (statement: string) => Promise<void> | void;
  /** The statement that is sent in the place of this one. */
  readonly instead?: (statement: string) => string;
  /** Statements that are sent after this one. */
  readonly then?: (statement: string) => readonly string[];
};

/** A pool whose connections do as they are told here. What is said of a statement is said of its text alone. */
export const sabotaged = (pool: Pool, { before, instead, then }: Sabotage): Pool => {
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    const query = async (first: string | { readonly text: string }, values?: unknown[]) => {
      const text = typeof first === 'string' ? first : first.text;
      await before?.(text);
      const sent = instead?.(text) ?? text;
      const answer = await (typeof first === 'string' ? client.query(sent, values) : client.query({ ...first, text: sent }, values));
      for (const statement of then?.(text) ?? []) await client.query(statement);
      return answer;
    };
    return { query, release: (error?: Error) => client.release(error), on: client.on.bind(client), off: client.off.bind(client) } as unknown as PoolClient;
  };
  return { connect, query: pool.query.bind(pool) } as unknown as Pool;
};

const movesCheckpoint = (statement: string): boolean => /^UPDATE .*view_checkpoint/.test(statement);

/** Wrong on purpose: a runner over such a pool makes its checkpoint durable before the rows that it stands for. */
export const CHECKPOINT_FIRST: Sabotage = { then: (statement) => (movesCheckpoint(statement) ? ['COMMIT', 'BEGIN'] : []) };

/** Wrong on purpose: a runner over such a pool moves its checkpoint from wherever it is by now. */
export const UNFENCED: Sabotage = { instead: (statement) => (movesCheckpoint(statement) ? statement.replace('AND c.position = m.position', '') : statement) };

/** Wrong on purpose: a runner over such a pool is not told that somebody changed the rows of which it keeps some. */
export const UNWARNED: Sabotage = { instead: (statement) => (movesCheckpoint(statement) ? statement.replace('AND c.epoch = m.epoch', '') : statement) };

/** Dies at every second commit, `times` times. */
export const dyingAtCommit = (times: number): Sabotage => {
  let commits = 0;
  return {
    before(statement) {
      if (statement !== 'COMMIT') return;
      commits += 1;
      if (commits % 2 === 0 && commits <= times * 2) throw new Error('the power went');
    },
  };
};
