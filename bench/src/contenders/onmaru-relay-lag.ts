import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { logBus, messagingTables, postgresCheckpoints } from '@onmaru/messaging';
import pg from 'pg';
import { dataOf } from '../appends/payload.js';
import type { Counters } from '../bench.js';
import { onDatabase } from '../ground/log-database.js';
import { NOTES, sink } from '../logs/relay.js';
import { percentile } from '../statistics.js';

export type LagTask = { readonly url: string; readonly seconds: number };
/** Milliseconds from an append's acknowledgement to the consumer. */
export type LagResult = { readonly p50: number; readonly p99: number; readonly counters: Counters };

const EVERY = 5;

/** Appends an event every few milliseconds while a group follows. */
export const run = async ({ url, seconds }: LagTask): Promise<LagResult> => {
  const store = await postgresEventStore({ connection: url });
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  await onDatabase(url, (client) => client.query(`create schema if not exists relay; ${messagingTables('relay')}`));
  const { take, counters } = sink();
  const [arrived, lags] = [new Map<number, number>(), [] as number[]];
  const bus = logBus({ store, publications: [NOTES], checkpoints: postgresCheckpoints(pool, 'relay') });
  const consuming = await bus.subscribe({
    group: randomUUID(),
    topics: [NOTES.topic],
    async deliver(message) {
      arrived.set(message.position, performance.now());
      take(message);
    },
    undeliverable: (_, cause) => Promise.reject(new Error('a message could not be made', { cause })),
  });
  const sent = new Map<number, number>();
  for (const until = performance.now() + seconds * 1000; performance.now() < until; await pause(EVERY)) {
    const event = { id: randomUUID(), type: 'cases.NoteAdded.v1', occurredAt: '2026-03-01T09:00:00.000Z', data: dataOf(1), actor: { kind: 'staff', id: 'mina' }, commandId: randomUUID(), correlationId: 'bench' } as const;
    const answer = await store.append({ tenant: 'demo', stream: `case-${randomUUID()}`, expected: 'none', events: [event] });
    if (answer.outcome === 'appended') sent.set(answer.position, performance.now());
  }
  await consuming.waitFor(await store.head(), 10_000);
  for (const [position, moment] of sent) lags.push(Math.max(0, (arrived.get(position) ?? Infinity) - moment));
  await consuming.stop();
  await store.close();
  await pool.end();
  return { p50: percentile(lags, 0.5), p99: percentile(lags, 0.99), counters: counters(sent.size) };
};
