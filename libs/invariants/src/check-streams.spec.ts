import type { StoredEvent } from '@onmaru/event-sourcing';
import { eventAt, idOf } from './testing/sample-events.js';
import { streamsCheck } from './check-streams.js';
import { streamBook } from './stream-book.js';

const checked = (events: readonly StoredEvent[], { whole = true, head = events.length } = {}) => {
  const book = streamBook();
  const check = streamsCheck(whole);
  for (const event of events) check.see(event, book.see(event));
  return check.end(head);
};
const breachesOf = (...args: Parameters<typeof checked>) => checked(...args).breaches.map(({ what }) => what);

describe('I2: the log', () => {
  it('passes when streams and positions are whole, ids are single and causes are known', () => {
    const events = [eventAt(1), eventAt(2, { causationId: idOf(1) }), eventAt(3, { stream: 'case-2', revision: 1 })];
    expect(checked(events)).toEqual({ id: 'I2', ok: true, checked: 3, breaches: [] });
  });

  it('fails at a revision that is left out, and says where', () => {
    expect(checked([eventAt(1), eventAt(2, { revision: 3 })])).toEqual({
      id: 'I2',
      ok: false,
      checked: 2,
      breaches: [{ what: 'revision-gap', tenant: 'demo', stream: 'case-1', position: 2 }],
    });
  });

  it('fails at a revision that stands twice', () => expect(breachesOf([eventAt(1), eventAt(2, { revision: 1 })])).toEqual(['revision-gap']));

  it('fails at a position that is left out', () => {
    expect(breachesOf([eventAt(1), eventAt(3, { revision: 2 })], { head: 3 })).toEqual(['position-gap']);
  });

  it('fails when the log ends before its head', () => expect(breachesOf([eventAt(1)], { head: 2 })).toEqual(['position-gap']));

  it('does not ask for every position of one tenant alone, whose events lie between those of others', () => {
    expect(breachesOf([eventAt(5, { revision: 1 }), eventAt(9, { revision: 2 })], { whole: false, head: 12 })).toEqual([]);
  });

  it('fails at positions that go back, of one tenant too', () => {
    expect(breachesOf([eventAt(5, { revision: 1 }), eventAt(4, { revision: 2 })], { whole: false })).toEqual(['position-gap']);
  });

  it('fails at an id that stands twice', () => expect(breachesOf([eventAt(1), eventAt(2, { id: idOf(1) })])).toEqual(['id-twice']));

  it('fails at an id that is none', () => expect(breachesOf([eventAt(1, { id: 'one' })])).toEqual(['id-unreadable']));

  it('fails at a cause that nobody has seen before', () => {
    expect(breachesOf([eventAt(1, { causationId: idOf(2) }), eventAt(2)])).toEqual(['cause-unknown']);
  });

  it('fails at an event that belongs to nothing', () => expect(breachesOf([eventAt(1, { correlationId: '' })])).toEqual(['correlation-missing']));

  it.each(['2026-13-01T09:00:00.000Z', '2026-03-01', ''])('fails at the time "%s"', (occurredAt) => {
    expect(breachesOf([eventAt(1, { occurredAt })])).toEqual(['time-unreadable']);
  });

  it('fails when the log took a later event earlier', () => {
    expect(breachesOf([eventAt(1), eventAt(2, { recordedAt: '2026-03-01T08:59:59.999Z' })])).toEqual(['recorded-earlier']);
  });

  it('fails once for a stream that goes on in another tenant', () => {
    const foreign = { tenant: 'other' };
    expect(breachesOf([eventAt(1), eventAt(2, { ...foreign, revision: 1 }), eventAt(3, { ...foreign, revision: 2 }), eventAt(4, { revision: 2 })])).toEqual([
      'stream-changes-tenant',
    ]);
  });

  it('lists a hundred breaches and counts the others', () => {
    const { breaches } = checked(Array.from({ length: 150 }, (_, n) => eventAt(n + 1, { correlationId: '' })));
    expect(breaches).toHaveLength(101);
    expect(breaches.at(-1)).toEqual({ what: 'and-more', more: 50 });
  });
});
