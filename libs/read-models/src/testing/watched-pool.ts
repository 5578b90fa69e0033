import { Writable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';

type Query = PoolClient['query'];
export const DIE = 'die';

/** Looks at a statement: DIE cuts the connection before it, other text takes its place, and a promise is its answer. */
export type Look = (text: string, values: unknown[], real: PoolClient) => string | Promise<unknown> | undefined;

const textOf = (asked: unknown): string => (typeof asked === 'string' ? asked : ((asked as { text?: string }).text ?? ''));

const isStream = (asked: unknown): boolean => asked instanceof Writable;
const gone = (): Writable => new Writable({ write: (_, __, done) => done(new Error('the power went')) });

/** A pool whose connections show every statement to `look` before it goes to the server. */
export const watchedPool = (pool: Pool, look: Look): Pool => {
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    client.on('error', () => undefined);
    let dead = false;
    const query = (...asked: [unknown, unknown[]?]) => {
      const seen = dead ? DIE : look(textOf(asked[0]), asked[1] ?? [], client);
      if (seen === DIE) {
        dead = true;
        (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
        return isStream(asked[0]) ? gone() : Promise.reject(new Error('the power went'));
      }
      if (typeof seen === 'object') return seen;
      return client.query(...([seen ?? asked[0], ...asked.slice(1)] as unknown as Parameters<Query>));
    };
    const release = (error?: Error) => client.release(dead ? new Error('the power went') : error);
    return { query, release, on: client.on.bind(client), off: client.off.bind(client) } as unknown as PoolClient;
  };
  return { connect, query: pool.query.bind(pool) } as unknown as Pool;
};
