import { randomUUID } from 'node:crypto';
import type { RawEvent } from '@onmaru/event-sourcing';
import { importEvents } from '@onmaru/event-sourcing/postgres';
import { dataOf, metadataOf } from '../appends/payload.js';
import type { Counters } from '../bench.js';
import { logCounters } from '../ground/log-counters.js';

export type ImportTask = { readonly url: string; readonly events: number };

/** Event `n` of a log whose streams have seven events each and overlap by a hundred. */
const event = (n: number): RawEvent => {
  const { actor, correlationId } = metadataOf(n);
  const [block, nth] = [Math.floor(n / 700), Math.floor(n / 100) % 7];
  return {
    id: randomUUID(),
    type: nth === 0 ? 'cases.CaseOpened.v1' : 'cases.NoteAdded.v1',
    occurredAt: new Date(Date.UTC(2026, 0, 1) + n * 10_000).toISOString(),
    recordedAt: new Date(Date.UTC(2026, 5, 1) + n).toISOString(),
    json: JSON.stringify(dataOf(n)),
    actor: { kind: 'staff', id: actor },
    commandId: `command-${n}`,
    correlationId,
    tenant: 'demo',
    stream: `case-${block * 100 + (n % 100)}`,
    revision: nth + 1,
    position: n + 1,
  };
};

/** Takes over events that lie ready in memory, positions and all; events per second until the last is durable. */
export const run = async ({ url, events }: ImportTask): Promise<{ readonly rate: number; readonly counters: Counters }> => {
  const ready = Array.from({ length: events }, (_, n) => event(n));
  const began = performance.now();
  const imported = await importEvents(url, ready);
  const rate = imported.events / ((performance.now() - began) / 1000);
  return { rate, counters: await logCounters(url, ready.map(({ id }) => id)) };
};
