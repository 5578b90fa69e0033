import { BOX, ids, newStream, newTenant, note, type LogUnderTest } from './log-under-test.js';

const MEGABYTE = 1024 * 1024;
const LENGTH = 100_000;

const total = (sum: number, { data }: { readonly data: object }): number => sum + (data as { n: number }).n;

export const bearing = (log: () => LogUnderTest): void => {
  describe('when much is put into it', () => {
    it('keeps events of a megabyte, in Korean and alone or many at once, to the last letter', async () => {
      const tenant = newTenant();
      const text = '가'.repeat(MEGABYTE / 3);
      const sent = Array.from({ length: 24 }, (_, n) => note({ data: { text: `${text}${n}`, customerId: 'ada' } }));
      const [alone, ...together] = sent.map((event) => ({ tenant, stream: newStream(), expected: 'none', events: [event] }) as const);
      expect(await log().store.append(alone!)).toMatchObject({ outcome: 'appended' });
      const answers = await Promise.all(together.map((append) => log().store.append(append)));
      expect(answers.every(({ outcome }) => outcome === 'appended')).toBe(true);
      const stored = (await log().store.readAll(0, { tenant })).events;
      expect(new Set(ids(stored))).toEqual(new Set(ids(sent)));
      const kept = new Set(stored.map(({ data }) => (data as { text: string }).text));
      expect(sent.filter(({ data }) => !kept.has((data as { text: string }).text))).toEqual([]);
    }, 60_000);

    it('appends to a stream of 100,000 events, folds it whole, and reads its tail without its head', async () => {
      const [tenant, stream] = [newTenant(), newStream()];
      for (let revision = 0; revision < LENGTH; revision += 1000) {
        const events = Array.from({ length: 1000 }, (_, n) => note({ type: BOX, data: { n: revision + n + 1 } }));
        expect(await log().store.append({ tenant, stream, expected: revision, events })).toMatchObject({ revision: revision + 1000 });
      }
      const whole = await log().store.readStream(tenant, stream);
      expect(whole.reduce(total, 0)).toBe((LENGTH * (LENGTH + 1)) / 2);
      expect(whole.every(({ revision }, n) => revision === n + 1)).toBe(true);
      const began = performance.now();
      const tail = await log().store.readStream(tenant, stream, LENGTH - 10);
      expect(performance.now() - began).toBeLessThan(500);
      expect(tail.map(({ data }) => (data as { n: number }).n)).toEqual(Array.from({ length: 10 }, (_, n) => LENGTH - 9 + n));
      expect(await log().store.append({ tenant, stream, expected: LENGTH - 1, events: [note({ type: BOX, data: {} })] })).toEqual({ outcome: 'conflict', revision: LENGTH });
    }, 120_000);
  });
};
