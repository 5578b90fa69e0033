import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@onmaru/event-sourcing';
import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { dataOf, metadataOf } from '../appends/payload.js';
import { runAppends, type AppendResult, type AppendTask } from '../appends/run-appends.js';
import { HOT_STREAM } from '../appends/workload.js';
import type { Counters } from '../bench.js';
import { logCounters } from '../ground/log-counters.js';

const TENANT = 'demo';
const OCCURRED_AT = '2026-03-01T09:00:00.000Z';

const event = (n: number, commandId: string): NewEvent => {
  const { actor, correlationId } = metadataOf(n);
  return { id: randomUUID(), type: 'cases.NoteAdded.v1', occurredAt: OCCURRED_AT, data: dataOf(n), actor: { kind: 'staff', id: actor }, commandId, correlationId };
};

/** Our log. What it acknowledged is compared afterwards with what it holds. */
export const run = async (task: AppendTask): Promise<AppendResult & { readonly counters: Counters }> => {
  const store = await postgresEventStore({ connection: task.url });
  const acknowledged: string[] = [];
  const append = async (stream: string, expected: number, events: readonly NewEvent[]): Promise<{ revision: number; accepted: boolean }> => {
    const answer = await store.append({ tenant: TENANT, stream, expected, events });
    if (answer.outcome === 'appended') acknowledged.push(...events.map(({ id }) => id));
    else if (answer.outcome !== 'conflict') throw new Error(`${stream}: ${answer.outcome}`);
    return { revision: answer.revision, accepted: answer.outcome === 'appended' };
  };
  if (task.shape === 'hot') await append(HOT_STREAM, 0, [event(0, 'first')]);
  const result = await runAppends(task, ({ stream, expected, events }, first) => {
    const commandId = `${task.run}-${first}`;
    return append(stream, expected, Array.from({ length: events }, (_, n) => event(first + n, commandId)));
  });
  await store.close();
  const counters = await logCounters(task.url, acknowledged);
  return { ...result, counters: { ...counters, wrongAccepts: counters.wrongAccepts + result.wrongAccepts + result.wrongRefusals } };
};
