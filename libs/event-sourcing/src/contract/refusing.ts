import type { Append } from '../event-store.js';
import { ids, newStream, newTenant, note, type LogUnderTest } from './log-under-test.js';

export const refusing = (log: () => LogUnderTest): void => {
  describe('when an append can never be stored', () => {
    const good = (): Append => ({ tenant: newTenant(), stream: newStream(), expected: 'none', events: [note()] });
    const invalid = { name: 'LogError', code: 'invalid-append' };

    it.each<[string, (append: Append) => Append]>([
      ['holds U+0000', (append) => ({ ...append, events: [note({ data: { text: 'a\u0000b' } })] })],
      ['holds U+0000 in a name', (append) => ({ ...append, events: [note({ data: { nested: { 'a\u0000': 1 } } })] })],
      ['holds half of a surrogate pair', (append) => ({ ...append, events: [note({ data: { text: '\ud83c' } })] })],
      ['has no events', (append) => ({ ...append, events: [] })],
      ['names a stream without a category', (append) => ({ ...append, stream: 'nowhere' })],
      ['names a stream with a line break', (append) => ({ ...append, stream: 'case-1\n2' })],
      ['names no tenant', (append) => ({ ...append, tenant: '' })],
      ['expects half a revision', (append) => ({ ...append, expected: 1.5 })],
      ['expects a revision below nothing', (append) => ({ ...append, expected: -1 })],
      ['has an event whose id is no UUID', (append) => ({ ...append, events: [note({ id: 'one' })] })],
      ['has an event of a nameless type', (append) => ({ ...append, events: [note({ type: 'NoteTaken' })] })],
      ['has an event on a day that never was', (append) => ({ ...append, events: [note({ occurredAt: '2026-02-30T00:00:00.000Z' })] })],
      ['has an event without a command', (append) => ({ ...append, events: [note({ commandId: '' })] })],
    ])('says so: it %s', async (_, spoil) => {
      const append = spoil(good());
      const head = await log().store.head();
      await expect(log().store.append(append)).rejects.toMatchObject(invalid);
      expect(await log().store.head()).toBe(head);
    });

    it('fails alone among 500 good ones', async () => {
      const tenant = newTenant();
      const events = Array.from({ length: 501 }, (_, n) => note(n === 250 ? { data: { text: '\u0000' } } : {}));
      const answers = await Promise.allSettled(events.map((event) => log().store.append({ tenant, stream: newStream(), expected: 'none', events: [event] })));
      expect(answers.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([250]);
      const page = await log().store.readAll(0, { tenant });
      expect(new Set(ids(page.events))).toEqual(new Set(ids(events.filter((_, n) => n !== 250))));
    });
  });
};
