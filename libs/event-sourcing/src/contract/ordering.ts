import { NO_FAULTS } from '../testing/log-faults.js';
import { acceptedAtOnce, crossedCommits, delayedWriters, lagBesideAStranger } from './faults-of-peers.js';
import { appendNote, collected, ids, newStream, newTenant, note, type LogUnderTest } from './log-under-test.js';

const WRITERS = 32;
const each = <T>(task: (writer: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: WRITERS }, (_, n) => task(n)));

export const ordering = (log: () => LogUnderTest): void => {
  describe('when many write at once', () => {
    it('lets exactly one of 32 create a stream', async () => expect(await acceptedAtOnce(log(), 'none')).toBe(1));

    it('lets none of 32 append to a stream that must be there and is not', async () => expect(await acceptedAtOnce(log(), 'exists')).toBe(0));

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

    it.each([1, 2, 100])('loses nothing and brings nothing twice to a reader whose page of %d ends between the two', async (limit) =>
      expect(await crossedCommits(log(), limit)).toEqual(NO_FAULTS));

    it('loses and doubles nothing for a reader, however 32 writers are delayed', async () => expect(await delayedWriters(log())).toEqual(NO_FAULTS), 60_000);

    it.each([
      ['in another database of the server', 'elsewhere'],
      ['in its own', 'here'],
    ] as const)('does not hold readers back for a stranger’s open transaction %s', async (_, where) => expect(await lagBesideAStranger(log(), where)).toBeLessThan(1000));

    it('does not hold followers back for it', async () => {
      const end = await log().foreignTransaction('elsewhere');
      const stop = new AbortController();
      try {
        const tenant = newTenant();
        const following = collected(log().store.subscribe(await log().store.head(), { tenant }, stop.signal), (events) => events.length >= 1);
        const began = performance.now();
        const sent = await appendNote(log().store, tenant, newStream());
        expect(ids(await following)).toEqual([sent.id]);
        expect(performance.now() - began).toBeLessThan(1000);
      } finally {
        stop.abort();
        await end();
      }
    });
  });
};
