import { inMemoryEventStore } from '@onmaru/event-sourcing/in-memory';
import type { EventStore } from '@onmaru/event-sourcing';
import { EventFeed } from './event-feed.adapter.js';
import { eventFilter } from './event-filter.js';

const at = (minute: number) => `2026-03-01T09:0${minute}:00.000Z`;
const TYPES = ['cases.CaseOpened.v1', 'cases.CaseHeld.v1', 'cases.CaseResumed.v1'] as const;

/** Five events of demo, a minute apart, and one of somebody else in their midst. */
const filled = async (): Promise<EventStore> => {
  const log = inMemoryEventStore({ clock: { now: () => at(0) } });
  for (const [n, tenant] of ['demo', 'demo', 'other', 'demo', 'demo', 'demo'].entries()) {
    const event = { id: `00000000-0000-4000-8000-00000000000${n}`, commandId: `c${n}`, type: TYPES[n % 3] ?? '', occurredAt: at(n), data: {}, actor: { kind: 'staff', id: 'mina' }, correlationId: 'r' } as const;
    await log.append({ tenant, stream: 'case-1', expected: 'any', events: [event] });
  }
  return log;
};

describe('The stream of events', () => {
  const positions = async (span: { from?: number; upTo?: number; limit?: number }, question: Parameters<typeof eventFilter>[1] = {}) => {
    const log = await filled();
    const feed = new EventFeed({ opened: log, withheld: log });
    const to = await feed.end(span.upTo ?? Infinity);
    let text = '';
    for await (const lines of feed.read({ from: span.from ?? 0, to, limit: span.limit ?? Infinity }, eventFilter('demo', question), false)) text += lines;
    const found = text.split('\n').filter((line) => line !== '').map((line) => (JSON.parse(line) as { position: number }).position);
    return { to, found };
  };

  it('tells what one tenant’s log holds, in its order, and up to where', async () => expect(await positions({})).toEqual({ to: 6, found: [1, 2, 4, 5, 6] }));

  it('tells a span of it by position: after the first, up to and with the second', async () => expect(await positions({ from: 1, upTo: 5 })).toEqual({ to: 5, found: [2, 4, 5] }));

  it('ends at its head where more is asked for', async () => expect((await positions({ upTo: 100 })).to).toBe(6));

  it('tells a span of it by time, both moments with it', async () => expect((await positions({}, { since: at(1), until: at(4) })).found).toEqual([2, 4, 5]));

  it('tells events of several types', async () => expect((await positions({}, { type: `${TYPES[0]},${TYPES[2]}` })).found).toEqual([1, 4, 6]));

  it('tells no more than was asked for', async () => expect((await positions({ limit: 2 })).found).toEqual([1, 2]));
});
