import type { Filter } from '../event-store.js';
import type { NewEvent, RawEvent, StoredEvent } from '../event.js';
import { appendNote, BOX, ids, newStream, newTenant, NOTE, note, type LogUnderTest } from './log-under-test.js';

export const reading = (log: () => LogUnderTest): void => {
  describe('when it is read', () => {
    const tenant = newTenant();
    const [aCase, other, queue] = [newStream(), newStream(), newStream('queue')];
    let start: number;
    let sent: readonly NewEvent[];

    const all = async (filter: Filter, limit?: number): Promise<readonly StoredEvent[]> => {
      const found: StoredEvent[] = [];
      for (let after = start; ; ) {
        const page = await log().store.readAll(after, filter, limit);
        found.push(...page.events);
        if (page.upTo === after) return found;
        after = page.upTo;
      }
    };

    beforeAll(async () => {
      start = await log().store.head();
      const plan: [string, Partial<NewEvent>][] = [
        [aCase, { occurredAt: '2026-01-01T00:00:00.000Z' }],
        [queue, { occurredAt: '2026-01-02T00:00:00.000Z', type: BOX, data: {} }],
        [other, { occurredAt: '2026-01-03T00:00:00.000Z' }],
        [aCase, { occurredAt: '2026-01-04T00:00:00.000Z', type: BOX, data: {} }],
        [queue, { occurredAt: '2026-01-05T00:00:00.000Z' }],
      ];
      const events: NewEvent[] = [];
      for (const [stream, given] of plan) {
        events.push(await appendNote(log().store, tenant, stream, given));
        await appendNote(log().store, newTenant(), stream);
      }
      sent = events;
    });
    const pick = (...numbers: number[]): readonly string[] => numbers.map((n) => (sent[n] as NewEvent).id);

    it('gives one tenant its own events and no others', async () => expect(ids(await all({ tenant }))).toEqual(pick(0, 1, 2, 3, 4)));
    it('gives every tenant’s events to those who say so', async () => expect(await all({ everyTenant: true })).toHaveLength(10));
    it('gives whole categories', async () => expect(ids(await all({ tenant, categories: ['queue'] }))).toEqual(pick(1, 4)));
    it('gives several categories in one order', async () => expect(ids(await all({ tenant, categories: ['queue', 'case'] }))).toEqual(pick(0, 1, 2, 3, 4)));
    it('gives nothing for no category', async () => expect(await all({ tenant, categories: [] })).toEqual([]));
    it('gives what happened here alone to those who leave out history of another system', async () => {
      const elsewhere = newTenant();
      await appendNote(log().store, elsewhere, newStream(), { actor: { kind: 'external', id: '7' } });
      const here = await appendNote(log().store, elsewhere, newStream(), { actor: { kind: 'staff', id: '","kind":"external"' } });
      expect(ids(await all({ tenant: elsewhere, withoutHistory: true }))).toEqual([here.id]);
      expect(await all({ tenant: elsewhere, withoutHistory: false })).toHaveLength(2);
    });
    it('gives events by type', async () => expect(ids(await all({ tenant, types: [BOX] }))).toEqual(pick(1, 3)));
    it('gives events of one stream', async () => expect(ids(await all({ tenant, stream: aCase }))).toEqual(pick(0, 3)));
    it('gives what happened since and until two moments, both included', async () =>
      expect(ids(await all({ tenant, since: '2026-01-02T00:00:00.000Z', until: '2026-01-04T00:00:00.000Z' }))).toEqual(pick(1, 2, 3)));
    it('gives what meets every part of a filter', async () =>
      expect(ids(await all({ tenant, categories: ['case'], types: [NOTE], since: '2026-01-02T00:00:00Z' }))).toEqual(pick(2)));
    it('gives the same in pages of one', async () => expect(ids(await all({ tenant }, 1))).toEqual(pick(0, 1, 2, 3, 4)));

    it('gives no more than it is asked for, and says up to where it has looked', async () => {
      const page = await log().store.readAll(start, { tenant }, 2);
      expect(ids(page.events)).toEqual(pick(0, 1));
      expect(page.upTo).toBe(page.events[1]?.position);
    });

    it('moves on over what a filter leaves out', async () => {
      const page = await log().store.readAll(start, { tenant: newTenant() });
      expect(page).toEqual({ events: [], upTo: await log().store.head() });
    });

    it('takes what a filter says for a value, whatever it says', async () => {
      const evil = `x' or 'a' = 'a`;
      expect(await all({ tenant: evil })).toEqual([]);
      expect(await all({ tenant, stream: `\\' or true --` })).toEqual([]);
      expect(await all({ tenant, types: [evil, `"}', '`, BOX] })).toHaveLength(2);
      expect(await all({ tenant, categories: [evil] })).toEqual([]);
    });

    it('gives events as they lie, with the JSON text that was stored, to those who ask for no more', async () => {
      const { events } = await log().store.readAll(start, { tenant });
      const { events: raw, upTo } = await log().store.readRaw(start, { tenant });
      const opened = ({ id, type, occurredAt, commandId, commandHash, actor, correlationId, stream, revision, position, recordedAt, json }: RawEvent): Omit<StoredEvent, 'data'> & { readonly fields: readonly string[] } =>
        ({ id, type, occurredAt, commandId, ...(commandHash && { commandHash }), actor, correlationId, tenant, stream, revision, position, recordedAt, fields: Object.keys(JSON.parse(json) as object) });
      expect(raw.map(opened)).toEqual(events.map(({ data, ...event }) => ({ ...event, fields: Object.keys(data) })));
      expect(events).toHaveLength(5);
      expect(upTo).toBe(await log().store.head());
      expect((await log().store.readRaw(start, { tenant }, 1)).events).toHaveLength(1);
    });

    it('is caught up at the head', async () => {
      const head = await log().store.head();
      expect(await log().store.readAll(head, { everyTenant: true })).toEqual({ events: [], upTo: head });
    });

    it('gives a stream from after a revision', async () => {
      expect(ids(await log().store.readStream(tenant, aCase))).toEqual(pick(0, 3));
      expect(ids(await log().store.readStream(tenant, aCase, 1))).toEqual(pick(3));
      expect(await log().store.readStream(tenant, aCase, 2)).toEqual([]);
    });

    it('has positions without gaps and moments of recording that never decrease', async () => {
      const events = await all({ everyTenant: true });
      expect(events.map(({ position }) => position)).toEqual(events.map((_, n) => start + n + 1));
      const recorded = events.map(({ recordedAt }) => recordedAt);
      expect(recorded).toEqual([...recorded].sort());
    });

    it('does not let one reader change what another reads', async () => {
      const stream = newStream();
      await log().store.append({ tenant, stream, expected: 'none', events: [note({ data: { list: [1] } })] });
      const [first] = await log().store.readStream(tenant, stream);
      Reflect.set((first?.data as { list: number[] }).list, 0, 2);
      expect((await log().store.readStream(tenant, stream))[0]?.data).toEqual({ list: [1] });
    });
  });
};
