import { inMemoryEventStore } from './in-memory.js';
import { rowIn } from './recorded.js';
import type { Recorded, StoredEvent } from './event.js';
import { cards, context, type Stamped } from './contract/stamp-card.js';

const stored = async (count: number): Promise<readonly StoredEvent[]> => {
  const log = inMemoryEventStore({ clock: { now: () => '2026-03-01T09:00:00.000Z' } });
  const events = Array.from({ length: count }, (_, n) => ({ ...context(), id: crypto.randomUUID(), type: 'tests.Stamped.v1', occurredAt: '2026-03-01T09:00:00.000Z', data: { n } }));
  await log.append({ tenant: 'demo', stream: 'card-1', expected: 'none', events });
  return log.readStream('demo', 'card-1');
};

describe('A stream as one row', () => {
  const counting = () => {
    const folds: number[] = [];
    const fold = (row: { sum: number } | null, { revision, data: { n } }: Recorded<Stamped>) => (folds.push(revision), { sum: (row?.sum ?? 0) + n });
    return { folds, rowOf: (history: readonly StoredEvent[]) => rowIn(history, cards.events, fold) };
  };

  it('is folded on from what was made of it before', async () => {
    const { folds, rowOf } = counting();
    const history = await stored(5);
    expect(rowOf(history.slice(0, 3))).toEqual({ sum: 3 });
    expect(rowOf(history)).toEqual({ sum: 10 });
    expect(rowOf(history)).toEqual({ sum: 10 });
    expect(folds).toEqual([1, 2, 3, 4, 5]);
  });

  it('is what it was at an earlier event, whatever came after', async () => {
    const { rowOf } = counting();
    const history = await stored(5);
    rowOf(history);
    expect(rowOf(history.slice(0, 2))).toEqual({ sum: 1 });
    expect(rowOf(history)).toEqual({ sum: 10 });
  });

  it('is none without events', () => expect(counting().rowOf([])).toBeNull());
});
