import type { EventStore } from '../event-store.js';
import type { StoredEvent } from '../event.js';
import { logFaults, type LogFaults } from '../testing/log-faults.js';
import { appendNote, newStream, newTenant, note, pause, type LogUnderTest } from './log-under-test.js';

const [WRITERS, TURNS] = [32, 10];
const each = <T>(task: (writer: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: WRITERS }, (_, n) => task(n)));

/** Reads on page by page, as a consumer with a checkpoint does, as far as there is something. */
const rest = async (store: EventStore, tenant: string, after: number, limit: number): Promise<{ events: readonly StoredEvent[]; upTo: number }> => {
  const page = await store.readAll(after, { tenant }, limit);
  if (page.upTo === after) return page;
  const more = await rest(store, tenant, page.upTo, limit);
  return { events: [...page.events, ...more.events], upTo: more.upTo };
};

/** How many of 32 writers at once a log lets append to one new stream. */
export const acceptedAtOnce = async (log: LogUnderTest, expected: 'none' | 'exists'): Promise<number> => {
  const [tenant, stream, other] = [newTenant(), newStream(), await log.beside()];
  const answers = await each((n) => (n % 2 ? log.store : other).append({ tenant, stream, expected, events: [note()] }));
  const stored = await log.store.readStream(tenant, stream);
  return Math.max(stored.length, answers.filter(({ outcome }) => outcome === 'appended').length);
};

/**
 * Two writers, of whom the first to begin is the last to end, and a reader whose page ends between the two. A log in
 * which the second has to wait for the first is given `patience` milliseconds before that.
 */
export const crossedCommits = async (log: LogUnderTest, limit: number, patience = 150): Promise<LogFaults> => {
  const [tenant, start, slow] = [newTenant(), await log.store.head(), await log.slowWriter()];
  const [early, late] = [note(), note()];
  await slow.append({ tenant, stream: newStream(), expected: 'none', events: [early] });
  const quickly = appendNote(log.store, tenant, newStream());
  await Promise.race([quickly, pause(patience)]);
  const before = await rest(log.store, tenant, start, limit);
  await slow.commit();
  const quick = await quickly;
  const between = await rest(log.store, tenant, before.upTo, limit);
  await log.store.append({ tenant, stream: newStream(), expected: 'none', events: [late] });
  const after = await rest(log.store, tenant, between.upTo, limit);
  return logFaults([early.id, quick.id, late.id], [...before.events, ...between.events, ...after.events]);
};

/** 32 writers with delays before, while and after they write, and a reader beside them. */
export const delayedWriters = async (log: LogUnderTest): Promise<LogFaults> => {
  const [tenant, other] = [newTenant(), await log.beside()];
  const acknowledged: string[] = [];
  const seen: StoredEvent[] = [];
  let [checkpoint, finished] = [await log.store.head(), false];
  const reading = (async () => {
    for (let last = false; !last; ) {
      last = finished;
      const { events, upTo } = await rest(log.store, tenant, checkpoint, 3);
      seen.push(...events);
      checkpoint = upTo;
      await pause(1);
    }
  })();
  await each(async (n) => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await pause(Math.random() * 8);
      const event = note();
      const asked = { tenant, stream: newStream(), expected: 'none', events: [event] } as const;
      if (n % 8 === 0) {
        const slow = await log.slowWriter();
        await pause(Math.random() * 8);
        await slow.append(asked);
        await pause(Math.random() * 4);
        await slow.commit();
      } else await (n % 2 ? log.store : other).append(asked);
      acknowledged.push(event.id);
    }
  });
  finished = true;
  await reading;
  return logFaults(acknowledged, seen);
};

/** Milliseconds until a reader sees an event while a stranger's transaction that writes stays open; Infinity after `patience`. */
export const lagBesideAStranger = async (log: LogUnderTest, where: 'here' | 'elsewhere', patience = 2000): Promise<number> => {
  const end = await log.foreignTransaction(where);
  try {
    const [tenant, start] = [newTenant(), await log.store.head()];
    const began = performance.now();
    const sent = await appendNote(log.store, tenant, newStream());
    while (performance.now() - began < patience) {
      const { events } = await log.store.readAll(start, { tenant });
      if (events.some(({ id }) => id === sent.id)) return performance.now() - began;
      await pause(5);
    }
    return Infinity;
  } finally {
    await end();
  }
};
