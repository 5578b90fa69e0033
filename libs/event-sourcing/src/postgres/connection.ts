import type { Instant } from '@onmaru/time';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { LogError } from '../log-error.js';
import type { PostgresConnection } from './migrate-log.js';

/** A prepared statement: the text goes to the server once per connection. Rows come back as arrays. */
export type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

/** The server went away, or could not be reached. Whether a statement in flight was carried out is unknown. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

export type Connection = {
  /** Connects when it is not connected. Throws {@link ConnectionLost}, or what the server says of the statement. */
  query(statement: Statement): Promise<readonly unknown[][]>;
  /** What a COPY … TO STDOUT sends, whole. */
  copy(text: string): Promise<Buffer>;
  /** How many statements wait for their answer. */
  pending(): number;
  /** Ends the connection after the statements that wait, for good. */
  end(): Promise<void>;
};

type Work<T> = (client: pg.Client) => Promise<T>;

export type ConnectionHooks = {
  /** Called once for each new connection, before its first statement. */
  readonly onConnect?: (client: pg.Client) => Promise<unknown>;
  readonly onNotification?: (payload: string) => void;
};

const INT8 = 20;
const TIMESTAMPTZ = 1184;

/** `2026-03-01 09:00:00.12+00` → `2026-03-01T09:00:00.120Z`; the session speaks UTC. */
export const instantOf = (text: string): Instant =>
  `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, text.indexOf('+', 19)).slice(0, 3).padEnd(3, '0')}Z`;

const parsers: Readonly<Record<number, (text: string) => unknown>> = { [INT8]: Number, [TIMESTAMPTZ]: instantOf };
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number) => parsers[oid] ?? ((text: string) => text)) as pg.CustomTypesConfig['getTypeParser'],
};

const QUERY_TIMEOUT = 35_000;
/** Left to itself the server plans a prepared read anew each time, which takes longer than to read a case. */
const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan';
const SESSION = `-c TimeZone=UTC -c DateStyle=ISO -c statement_timeout=30s -c lock_timeout=30s ${PLANNED_ONCE}`;

const configOf = (connection: PostgresConnection): pg.ClientConfig => {
  const given = typeof connection === 'string' ? { connectionString: connection } : connection;
  return {
    application_name: 'onmaru log',
    connectionTimeoutMillis: 5000,
    query_timeout: QUERY_TIMEOUT,
    keepAlive: true,
    ...given,
    options: given.options ? `${given.options} ${SESSION}` : SESSION,
    types,
  };
};

// 08 and 57P: the connection or the server ends; 53300: no connection is free; 57014 and 55P03: the server took too
// long; 3D000: the database is not there (any more).
const isLoss = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || /^(?:08|57P|53300|57014|55P03|3D000)/.test(error.code ?? '08');

/** A connection that is made when it is first needed, and again after it was lost. */
export const connection = (target: PostgresConnection, { onConnect, onNotification }: ConnectionHooks = {}): Connection => {
  let current: Promise<pg.Client> | null = null;
  let ended = false;
  let last: Promise<unknown> = Promise.resolve();
  const underWay = new Set<Promise<unknown>>();

  const connect = (): Promise<pg.Client> => {
    const client = new pg.Client(configOf(target));
    const forget = (): void => {
      if (current === connected) current = null;
    };
    client.on('error', forget);
    client.on('end', forget);
    if (onNotification) client.on('notification', ({ payload }) => onNotification(payload ?? ''));
    const ready = async (): Promise<pg.Client> => {
      await client.connect();
      await onConnect?.(client);
      return client;
    };
    const connected = ready().catch((cause: unknown) => {
      forget();
      discard(client);
      throw isLoss(cause) ? new ConnectionLost('The database cannot be reached', { cause }) : cause;
    });
    return connected;
  };

  const carryOut = async <T>(work: Work<T>): Promise<T> => {
    const client = await (current ??= connect());
    try {
      return await work(client);
    } catch (cause) {
      if (!isLoss(cause)) throw cause;
      current = null;
      discard(client);
      throw new ConnectionLost('The connection to the database was lost', { cause });
    }
  };

  /** One statement at a time. What waits behind a lost connection is lost with it; what is asked for later begins anew. */
  const inTurn = <T>(work: Work<T>): Promise<T> => {
    const mine = last.then(
      () => carryOut(work),
      (cause: unknown) => {
        if (cause instanceof ConnectionLost) throw cause;
        return carryOut(work);
      },
    );
    last = mine;
    mine.catch(() => {
      if (last === mine) last = Promise.resolve();
    });
    return mine;
  };

  const ask = async <T>(work: Work<T>): Promise<T> => {
    if (ended) throw new LogError('closed', 'The store was closed');
    const asked = inTurn(work);
    underWay.add(asked);
    return asked.finally(() => underWay.delete(asked));
  };
  const query = ({ name, text, values }: Statement): Promise<readonly unknown[][]> =>
    ask(async (client) => (await client.query({ name, text, values: values as unknown[], rowMode: 'array' })).rows as unknown[][]);
  const copy = (text: string): Promise<Buffer> => ask((client) => copied(client, text));

  const end = async (): Promise<void> => {
    ended = true;
    await Promise.allSettled(underWay);
    const [connected] = await Promise.allSettled([current]);
    if (connected.status === 'fulfilled') await connected.value?.end();
  };
  return { query, copy, pending: () => underWay.size, end };
};

// pg looks after the time of every query and takes that back by its callback, which a stream never calls by itself.
const copied = async (client: pg.Client, text: string): Promise<Buffer> => {
  const source: ReturnType<typeof to> & { callback?: () => void } = client.query(to(text));
  try {
    const chunks = (await source.toArray()) as readonly Buffer[];
    return Buffer.concat(chunks);
  } finally {
    source.callback?.();
  }
};

/** Ends a connection that is of no use any more, and waits for nothing: the other end may be gone. */
const discard = (client: pg.Client): void => {
  void Promise.allSettled([client.end()]);
};
