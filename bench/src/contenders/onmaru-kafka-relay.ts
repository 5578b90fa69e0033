import { randomUUID } from 'node:crypto';
import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { messagingTables, postgresCheckpoints } from '@onmaru/messaging';
import { kafkaBus, kafkaRelay, openTopics } from '@onmaru/messaging/kafka';
import pg from 'pg';
import type { Counters } from '../bench.js';
import { onDatabase } from '../ground/log-database.js';
import { NOTES, sink } from '../logs/relay.js';

export type KafkaRelayTask = { readonly url: string; readonly upTo: number; readonly brokers: readonly string[] };
/** Events per second from the log to their topic, and from there to a group; and what was wrong with them. */
export type KafkaRelayResult = { readonly relayed: number; readonly taken: number; readonly counters: Counters };

const PATIENCE = 300_000;

/** The log told to a sink in memory over Kafka. */
export const run = async ({ url, upTo, brokers }: KafkaRelayTask): Promise<KafkaRelayResult> => {
  const store = await postgresEventStore({ connection: url });
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  const schema = `relay_${randomUUID()}`;
  await onDatabase(url, (client) => client.query(`create schema "${schema}"; ${messagingTables(schema)}`));
  const shared = { brokers, prefix: `bench-${randomUUID()}.`, store, publications: [NOTES], checkpoints: postgresCheckpoints(pool, schema) };
  await openTopics({ ...shared, topics: [NOTES.topic] });
  const since = (began: number): number => upTo / ((performance.now() - began) / 1000);

  let began = performance.now();
  const relay = await kafkaRelay({ ...shared, topic: NOTES.topic });
  await relay.waitFor(upTo, PATIENCE);
  const relayed = since(began);

  const { take, counters } = sink();
  const undeliverable = (_: unknown, cause: unknown): Promise<void> => Promise.reject(new Error('a message could not be made', { cause }));
  began = performance.now();
  const consuming = await kafkaBus(shared).subscribe({ group: 'bench', topics: [NOTES.topic], deliver: (message) => Promise.resolve(take(message)), undeliverable });
  await consuming.waitFor(upTo, PATIENCE);
  const taken = since(began);
  await consuming.stop();
  await relay.stop();
  await store.close();
  await pool.end();
  return { relayed, taken, counters: counters(upTo) };
};
