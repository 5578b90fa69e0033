import type { Append, Appended } from '../event-store.js';
import { LogError } from '../log-error.js';
import { storable } from '../storable.js';
import { appendQueue, streamKey, type Reached, type Waiting } from './append-queue.js';
import { answerOf, appendBatch, appendOne, rowsOfMany, type Row } from './append-statements.js';
import type { Connection } from './connection.js';
import { patiently } from './patience.js';

const BATCH_APPENDS = 512;
const BATCH_CHARACTERS = 8 * 1024 * 1024;

export type WriterOptions = {
  readonly connections: readonly Connection[];
  /** How many checked appends may wait; further ones wait before they are looked at. */
  readonly queueLimit: number;
  /** Whether an append that is alone takes the shorter way. */
  readonly bypass: boolean;
};

export type Writer = {
  append(append: Append): Promise<Appended>;
  /** Takes no more appends, and resolves when those taken are answered. */
  close(): Promise<void>;
};

type Outside = Omit<Waiting, 'storable'> & { readonly append: Append };

const NOT_KNOWN: Reached = new Map();

const reachedBy = (batch: readonly Waiting[], rows: readonly Row[]): Reached => {
  const reached = new Map<string, number>();
  batch.forEach((waiting, n) => {
    const [key, [, revision]] = [streamKey(waiting), rows[n] as Row];
    reached.set(key, Math.max(reached.get(key) ?? 0, revision));
  });
  return reached;
};

const settle = (batch: readonly Waiting[], rows: readonly Row[]): Reached => {
  const reached = reachedBy(batch, rows);
  batch.forEach((waiting, n) => {
    try {
      waiting.resolve(answerOf(waiting.storable, rows[n] as Row, reached.get(streamKey(waiting))));
    } catch (error) {
      waiting.reject(error);
    }
  });
  return reached;
};

/**
 * Group commit: what is asked for while a batch is under way goes into the next one. An append is answered after its
 * commit. One that the database cannot take fails alone: its batch is split until it is by itself.
 */
export const writer = ({ connections, queueLimit, bypass }: WriterOptions): Writer => {
  const queue = appendQueue();
  const outside = new Set<Outside>();
  const idle = [...connections];
  let closed = false;
  let scheduled = false;
  let whenEmpty: (() => void) | null = null;

  const rejectAll = (batch: readonly Waiting[], error: LogError): void => {
    for (const { reject } of [...batch, ...queue.drain(), ...outside]) reject(error);
    outside.clear();
  };

  const sendOne = async (lane: Connection, waiting: Waiting): Promise<Reached> => {
    try {
      const [row] = await patiently(() => lane.query(appendOne(waiting.storable)));
      return settle([waiting], [row as unknown as Row]);
    } catch (error) {
      if (error instanceof LogError) rejectAll([waiting], error);
      else waiting.reject(error);
      return NOT_KNOWN;
    }
  };

  const send = async (lane: Connection, batch: readonly Waiting[]): Promise<Reached> => {
    if (batch.length === 1 && bypass) return sendOne(lane, batch[0] as Waiting);
    try {
      const [answers] = await patiently(() => lane.query(appendBatch(batch.map((waiting) => waiting.storable))));
      return settle(batch, rowsOfMany(answers));
    } catch (error) {
      if (!(error instanceof LogError)) return split(lane, batch);
      rejectAll(batch, error);
      return NOT_KNOWN;
    }
  };

  const split = async (lane: Connection, batch: readonly Waiting[]): Promise<Reached> => {
    if (batch.length === 1) return sendOne(lane, batch[0] as Waiting);
    const half = batch.length >> 1;
    await send(lane, batch.slice(0, half));
    await send(lane, batch.slice(half));
    return NOT_KNOWN;
  };

  const admit = (): void => {
    for (const newcomer of outside) {
      if (queue.size() >= queueLimit) break;
      outside.delete(newcomer);
      try {
        queue.add({ ...newcomer, storable: storable(newcomer.append) });
      } catch (error) {
        newcomer.reject(error);
      }
    }
  };

  const run = async (lane: Connection, batch: readonly Waiting[]): Promise<void> => {
    const reached = await send(lane, batch);
    queue.release(batch, reached);
    idle.push(lane);
    admit();
    schedule();
  };

  const flush = (): void => {
    scheduled = false;
    while (idle.length > 0) {
      const batch = queue.take(BATCH_APPENDS, BATCH_CHARACTERS);
      if (batch.length === 0) break;
      void run(idle.pop() as Connection, batch);
    }
    if (queue.size() === 0 && idle.length === connections.length) whenEmpty?.();
  };

  const schedule = (): void => {
    if (!scheduled) setImmediate(flush);
    scheduled = true;
  };

  const append = (asked: Append): Promise<Appended> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new LogError('closed', 'The store was closed; it takes no more events'));
      outside.add({ append: asked, resolve, reject });
      if (outside.size === 1) admit();
      schedule();
    });

  const close = (): Promise<void> => {
    closed = true;
    return new Promise((resolve) => {
      whenEmpty = resolve;
      schedule();
    });
  };
  return { append, close };
};
