import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { postgresEventStore } from '@onmaru/event-sourcing/postgres';
import { dataOf } from '../appends/payload.js';
import { onDatabase } from '../ground/log-database.js';
import { percentile } from '../statistics.js';

/** How long one row was waited for, in milliseconds, and how many events were appended meanwhile. */
export type Seen = { readonly longestMs: number; readonly p99Ms: number; readonly appended: number };

/** Milliseconds between two events, and between two looks. */
const [APPEND_EVERY, LOOK_EVERY] = [20, 2];

/** Who uses the platform while views are rebuilt: somebody opens cases, somebody looks at one, until the table `bench.over` is there. */
export const run = async ({ url }: { readonly url: string }): Promise<Seen> => {
  const store = await postgresEventStore({ connection: url });
  const times: number[] = [];
  let [over, appended] = [false, 0];
  const open = async (): Promise<void> => {
    for (; !over; appended += 1) {
      const event = { id: randomUUID(), type: 'cases.CaseOpened.v1', occurredAt: '2026-09-01T09:00:00.000Z', data: dataOf(appended), actor: { kind: 'staff', id: 'mina' }, commandId: randomUUID(), correlationId: 'bench' } as const;
      await store.append({ tenant: 'demo', stream: `case-live-${randomUUID()}`, expected: 'none', events: [event] });
      await pause(APPEND_EVERY);
    }
  };
  const look = (): Promise<void> =>
    onDatabase(url, async (client) => {
      while (!over) {
        const began = performance.now();
        const { rows } = await client.query<{ over: boolean }>("select *, to_regclass('bench.over') is not null as over from bench.case_list_1 where tenant = 'demo' and case_id = '1'");
        times.push(performance.now() - began);
        if (!rows[0]) throw new Error('a reader saw a table without its rows');
        over = rows[0].over;
        await pause(LOOK_EVERY);
      }
    });
  await Promise.all([open(), look()]);
  await store.close();
  return { longestMs: Math.max(...times), p99Ms: percentile(times, 0.99), appended };
};
