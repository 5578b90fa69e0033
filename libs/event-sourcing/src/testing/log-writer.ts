// A program that appends with delays until its input ends, and writes down what was acknowledged before it goes on. See order-and-gaps.ts.
import { randomUUID } from 'node:crypto';
import { openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Append, Appended, EventStore } from '../event-store.js';
import { postgresEventStore } from '../postgres.js';
import { answerOf, appendOne, type Row } from '../postgres/append-statements.js';
import { storable } from '../storable.js';
import type { Acknowledged, WriterPlan } from './writer-process.js';

const LANES = 4;
/** So often a lane expects what cannot be, creates what others create at the same time, or commits late. */
const WRONG = 0.1;
const SHARED = 0.15;
const LATE = 0.17;

const append = (stream: string, expected: Append['expected'], size = 1): Append => {
  const commandId = randomUUID();
  const events = Array.from({ length: size }, (_, nth) => ({
    id: randomUUID(),
    type: 'tests.NoteTaken.v1',
    occurredAt: new Date().toISOString(),
    data: { nth: nth + 1, of: size },
    actor: { kind: 'system', id: 'writer' } as const,
    commandId,
    correlationId: commandId,
  }));
  return { tenant: 'load', stream, expected, events };
};

/** The log's own statement, in a transaction that commits `delay` milliseconds later: the longest that an append may be under way. */
const appendLate = async (client: pg.Client, asked: Append, delay: number): Promise<Appended> => {
  const one = storable(asked);
  await client.query('begin');
  const { text, values } = appendOne(one);
  const { rows } = await client.query({ text, values: values as unknown[], rowMode: 'array' });
  await pause(delay);
  await client.query('commit');
  return answerOf(one, (rows[0] as unknown[]).map((value, n) => (n === 1 || n === 2 ? Number(value) : value)) as unknown as Row);
};

const write = async ({ acknowledgements, delayMs }: WriterPlan, store: EventStore, late: pg.Client, stopped: () => boolean): Promise<void> => {
  const file = openSync(acknowledgements, 'a');
  const note = (asked: Append, answer: Appended, wrong: boolean): void => {
    if (answer.outcome !== 'appended' && answer.outcome !== 'repeated') return;
    const { stream, events } = asked;
    const acknowledged: Acknowledged = { stream, ids: events.map(({ id }) => id), revision: answer.revision, position: answer.position, ...(wrong && { wrong }) };
    writeSync(file, `${JSON.stringify(acknowledged)}\n`);
  };
  let committing: Promise<unknown> = Promise.resolve();

  const lane = async (): Promise<void> => {
    let [stream, revision] = [`case-${randomUUID()}`, 0];
    while (!stopped()) {
      await pause(Math.random() * delayMs);
      const chance = Math.random();
      if (chance < WRONG) {
        const asked = revision === 0 ? append(stream, 'exists') : append(stream, Math.random() < 0.5 ? 'none' : revision - 1);
        note(asked, await store.append(asked), true);
      } else if (chance < SHARED) {
        const asked = append(`case-shared-${Math.floor(Date.now() / 50)}`, 'none');
        note(asked, await store.append(asked), false);
      } else {
        const asked = append(stream, revision || 'none', 1 + Math.floor(Math.random() * 3));
        const committed = chance < LATE ? (committing = committing.then(() => appendLate(late, asked, Math.random() * delayMs))) as Promise<Appended> : store.append(asked);
        const answer = await committed;
        if (answer.outcome !== 'appended' && answer.outcome !== 'repeated') throw new Error(`${stream} is nobody else’s, and yet: ${JSON.stringify(answer)}`);
        note(asked, answer, false);
        [stream, revision] = answer.revision > 20 ? [`case-${randomUUID()}`, 0] : [stream, answer.revision];
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
};

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const plan = JSON.parse((await lines.next()).value as string) as WriterPlan;
const store = await postgresEventStore({ connection: plan.url, writers: 1, readers: 1 });
const late = new pg.Client({ connectionString: plan.url });
await late.connect();
process.stdout.write('ready\n');
await lines.next();
let stopped = false;
const ended = lines.next().then(() => (stopped = true));
await write(plan, store, late, () => stopped);
await ended;
await Promise.all([store.close(), late.end()]);
