import type { Expected } from '../event-store.js';
import { appendNote, ids, newStream, newTenant, note, type LogUnderTest } from './log-under-test.js';

export const appending = (log: () => LogUnderTest): void => {
  describe('when events are appended', () => {
    const tenant = newTenant();
    const append = (stream: string, expected: Expected, events = [note()]) => log().store.append({ tenant, stream, expected, events });
    const filled = async (): Promise<string> => {
      const stream = newStream();
      await append(stream, 'none', [note(), note()]);
      return stream;
    };

    it('gives them back as they were sent, with their place', async () => {
      const stream = newStream();
      const sent = note({ commandHash: 'abc', causationId: 'cause', traceparent: '00-1-2-03' });
      const answer = await append(stream, 'none', [sent]);
      const [stored] = await log().store.readStream(tenant, stream);
      expect(answer).toEqual({ outcome: 'appended', revision: 1, position: stored?.position, recordedAt: stored?.recordedAt });
      expect(stored).toEqual({ ...sent, tenant, stream, revision: 1, position: expect.any(Number), recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) });
    });

    it('keeps every text and number as it is', async () => {
      const stream = newStream();
      const data = { text: '온마루 🏯 \u001e\u001f\n\t"\\ \\u0000 \u2028', n: -0.1, big: 9007199254740991, no: null, empty: '', list: [1, [2, { 가: '나' }]], nested: { a: { b: [] } } };
      await append(stream, 'none', [note({ data })]);
      expect((await log().store.readStream(tenant, stream))[0]?.data).toEqual(data);
    });

    it('takes all events of one append together, in order', async () => {
      const stream = newStream();
      const events = Array.from({ length: 50 }, (_, n) => note({ data: { n } }));
      const answer = await append(stream, 'none', events);
      const stored = await log().store.readStream(tenant, stream);
      expect(ids(stored)).toEqual(ids(events));
      expect(stored.map(({ revision }) => revision)).toEqual(events.map((_, n) => n + 1));
      expect(stored.map(({ position }) => position - (stored[0]?.position ?? 0))).toEqual(events.map((_, n) => n));
      expect(answer).toMatchObject({ revision: 50, position: stored.at(-1)?.position });
    });

    it('writes moments of any offset and precision in one form', async () => {
      const stream = newStream();
      await append(stream, 'none', [note({ occurredAt: '2026-03-01T18:00:00+09:00' }), note({ occurredAt: '1999-12-31T23:59:59.9999Z' })]);
      const stored = await log().store.readStream(tenant, stream);
      expect(stored.map(({ occurredAt }) => occurredAt)).toEqual(['2026-03-01T09:00:00.000Z', '1999-12-31T23:59:59.999Z']);
    });

    it('creates a stream where none is expected, and refuses when there is one', async () => {
      const stream = await filled();
      expect(await append(stream, 'none')).toEqual({ outcome: 'conflict', revision: 2 });
      expect(await append(stream, 0)).toEqual({ outcome: 'conflict', revision: 2 });
      expect(await append(newStream(), 0)).toMatchObject({ outcome: 'appended', revision: 1 });
    });

    it('appends to the exact revision that is expected, and to no other', async () => {
      const stream = await filled();
      expect(await append(stream, 1)).toEqual({ outcome: 'conflict', revision: 2 });
      expect(await append(stream, 3)).toEqual({ outcome: 'conflict', revision: 2 });
      expect(await append(stream, 2)).toMatchObject({ outcome: 'appended', revision: 3 });
    });

    it('appends where any stream is expected only when there is one', async () => {
      const missing = newStream();
      expect(await append(missing, 'exists')).toEqual({ outcome: 'conflict', revision: 0 });
      expect(await append(await filled(), 'exists')).toMatchObject({ outcome: 'appended', revision: 3 });
      expect(await log().store.readStream(tenant, missing)).toEqual([]);
    });

    it('appends where nothing is expected, stream or not', async () => {
      expect(await append(newStream(), 'any')).toMatchObject({ outcome: 'appended', revision: 1 });
      expect(await append(await filled(), 'any')).toMatchObject({ outcome: 'appended', revision: 3 });
    });

    it('leaves nothing behind when it refuses', async () => {
      const stream = await filled();
      const head = await log().store.head();
      await append(stream, 'none', [note(), note()]);
      expect(await log().store.head()).toBe(head);
      expect(await log().store.readStream(tenant, stream)).toHaveLength(2);
    });

    it('refuses one conflicting append among 500 good ones, and takes the good ones', async () => {
      const [own, taken] = [newTenant(), newStream()];
      await appendNote(log().store, own, taken);
      const events = Array.from({ length: 501 }, () => note());
      const answers = await Promise.all(
        events.map((event, n) => log().store.append({ tenant: own, stream: n === 250 ? taken : newStream(), expected: 'none', events: [event] })),
      );
      expect(answers.flatMap((answer, n) => (answer.outcome === 'appended' ? [] : [{ n, answer }]))).toEqual([{ n: 250, answer: { outcome: 'conflict', revision: 1 } }]);
      const stored = new Set(ids((await log().store.readAll(0, { tenant: own })).events));
      expect(events.flatMap(({ id }, n) => (stored.has(id) ? [] : [n]))).toEqual([250]);
      expect(stored.size).toBe(501);
    });

    it('keeps streams of the same name in two tenants apart', async () => {
      const stream = newStream();
      const [one, other] = [newTenant(), newTenant()];
      const first = await appendNote(log().store, one, stream);
      const second = await log().store.append({ tenant: other, stream, expected: 'none', events: [note()] });
      expect(second).toMatchObject({ outcome: 'appended', revision: 1 });
      expect(ids(await log().store.readStream(one, stream))).toEqual([first.id]);
      expect(await log().store.readStream(newTenant(), stream)).toEqual([]);
    });
  });
};
