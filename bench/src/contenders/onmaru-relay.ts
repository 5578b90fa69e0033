import { randomUUID } from 'node:crypto';
import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { logBus, messagingTables, postgresCheckpoints } from '@onmaru/messaging';
import pg from 'pg';
import { onDatabase } from '../ground/log-database.js';
import { bareLoop, NOTES, sink, type RelayResult, type RelayTask } from '../logs/relay.js';

const PATIENCE = 300_000;

/** The log told to a sink in memory. */
export const run = async ({ url, upTo, way }: RelayTask): Promise<RelayResult> => {
  const store = await postgresEventStore({ connection: url });
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  await onDatabase(url, (client) => client.query(`create schema if not exists relay; ${messagingTables('relay')}`));
  const { take, counters } = sink();
  const began = performance.now();
  if (way === 'loop') await bareLoop(store, upTo, take);
  else {
    const bus = logBus({ store, publications: [NOTES], checkpoints: postgresCheckpoints(pool, 'relay') });
    const deliver = (message: Parameters<typeof take>[0]): Promise<void> => Promise.resolve(take(message));
    const undeliverable = (_: unknown, cause: unknown): Promise<void> => Promise.reject(new Error('a message could not be made', { cause }));
    const consuming = await bus.subscribe({ group: randomUUID(), topics: [NOTES.topic], deliver, undeliverable });
    await consuming.waitFor(upTo, PATIENCE);
    await consuming.stop();
  }
  const rate = upTo / ((performance.now() - began) / 1000);
  await store.close();
  await pool.end();
  return { rate, counters: counters(upTo) };
};
