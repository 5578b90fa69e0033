import type { EventStore } from '../event-store.js';
import type { StoredEvent } from '../event.js';
import { appendNote, collected, ids, newStream, newTenant, note, pause, type LogUnderTest } from './log-under-test.js';

const WRITERS = 32;
const each = <T>(task: (writer: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: WRITERS }, (_, n) => task(n)));
const outcomes = (answers: readonly { readonly outcome: string }[], outcome: string): number => answers.filter((answer) => answer.outcome === outcome).length;

/** Reads on in small pages, as a consumer with a checkpoint does, until all that `expected` names has come. */
const consumed = async (store: EventStore, tenant: string, after: number, expected: () => number, done: () => boolean): Promise<readonly StoredEvent[]> => {
  const seen: StoredEvent[] = [];
  for (let checkpoint = after; !(done() && seen.length >= expected()); ) {
    const page = await store.readAll(checkpoint, { tenant }, 3);
    if (page.upTo === checkpoint && done()) return seen;
    if (page.upTo === checkpoint) await pause(1);
    seen.push(...page.events);
    checkpoint = page.upTo;
  }
  return seen;
};

export const ordering = (log: () => LogUnderTest): void => {
  describe('when many write at once', () => {
    it('lets exactly one of 32 create a stream', async () => {
      const [tenant, stream, other] = [newTenant(), newStream(), await log().beside()];
      const answers = await each((n) => (n % 2 ? log().store : other).append({ tenant, stream, expected: 'none', events: [note()] }));
      expect([outcomes(answers, 'appended'), outcomes(answers, 'conflict')]).toEqual([1, WRITERS - 1]);
      expect(await log().store.readStream(tenant, stream)).toHaveLength(1);
    });

    it('lets none of 32 append to a stream that must be there and is not', async () => {
      const [tenant, stream, other] = [newTenant(), newStream(), await log().beside()];
      const answers = await each((n) => (n % 2 ? log().store : other).append({ tenant, stream, expected: 'exists', events: [note()] }));
      expect(outcomes(answers, 'conflict')).toBe(WRITERS);
      expect(await log().store.readStream(tenant, stream)).toEqual([]);
    });

    it('takes one writer per revision of a stream that all want to change', async () => {
      const [tenant, stream, other] = [newTenant(), newStream(), await log().beside()];
      await each(async (n) => {
        const store = n % 2 ? log().store : other;
        for (let revision = 0; ; ) {
          const answer = await store.append({ tenant, stream, expected: revision, events: [note({ data: { n } })] });
          if (answer.outcome === 'appended') return;
          if (answer.outcome !== 'conflict') throw new Error(answer.outcome);
          revision = answer.revision;
        }
      });
      const stored = await log().store.readStream(tenant, stream);
      expect(stored.map(({ revision }) => revision)).toEqual(stored.map((_, n) => n + 1));
      expect(new Set(stored.map(({ data }) => (data as { n: number }).n)).size).toBe(WRITERS);
    });

    it('keeps one caller’s appends to a stream in the order of calling', async () => {
      const [tenant, stream] = [newTenant(), newStream()];
      await Promise.all(Array.from({ length: 200 }, (_, n) => appendNote(log().store, tenant, stream, { data: { n } })));
      const stored = await log().store.readStream(tenant, stream);
      expect(stored.map(({ data }) => (data as { n: number }).n)).toEqual(Array.from({ length: 200 }, (_, n) => n));
    });
  });

  describe('when a writer began early and ends late', () => {
    it('never lets a reader pass an event that appears later', async () => {
      const [tenant, slow] = [newTenant(), await log().slowWriter()];
      const start = await log().store.head();
      const quick = await appendNote(log().store, tenant, newStream());
      const first = await log().store.readAll(start, { everyTenant: true }, 1);
      expect(ids(first.events)).toEqual([quick.id]);
      const late = note();
      await slow.append({ tenant, stream: newStream(), expected: 'none', events: [late] });
      await slow.commit();
      const second = await log().store.readAll(first.upTo, { everyTenant: true }, 1);
      expect(ids(second.events)).toEqual([late.id]);
      expect((await log().store.readAll(second.upTo, { everyTenant: true }, 1)).events).toEqual([]);
    });

    it('loses and doubles nothing for a reader, however 32 writers are delayed', async () => {
      const [tenant, other, start] = [newTenant(), await log().beside(), await log().store.head()];
      const acknowledged: string[] = [];
      let finished = false;
      const reading = consumed(log().store, tenant, start, () => acknowledged.length, () => finished);
      await each(async (n) => {
        for (let turn = 0; turn < 10; turn += 1) {
          await pause(Math.random() * 8);
          const event = note();
          const asked = { tenant, stream: newStream(), expected: 'none', events: [event] } as const;
          if (n % 8 === 0) {
            const slow = await log().slowWriter();
            await pause(Math.random() * 8);
            await slow.append(asked);
            await pause(Math.random() * 4);
            await slow.commit();
          } else await (n % 2 ? log().store : other).append(asked);
          acknowledged.push(event.id);
        }
      });
      finished = true;
      const seen = ids(await reading);
      expect(new Set(seen).size).toBe(seen.length);
      expect(new Set(seen)).toEqual(new Set(acknowledged));
    }, 60_000);

    it('does not hold readers back for a stranger’s open transaction', async () => {
      const end = await log().foreignTransaction();
      const stop = new AbortController();
      try {
        const [tenant, start] = [newTenant(), await log().store.head()];
        const following = collected(log().store.subscribe(start, { tenant }, stop.signal), (events) => events.length >= 1);
        const began = performance.now();
        const sent = await appendNote(log().store, tenant, newStream());
        expect(ids((await log().store.readAll(start, { tenant })).events)).toEqual([sent.id]);
        expect(ids(await following)).toEqual([sent.id]);
        expect(performance.now() - began).toBeLessThan(1000);
      } finally {
        stop.abort();
        await end();
      }
    });
  });
};
