import { inMemoryEventStore } from '@onmaru/event-sourcing/in-memory';
import { inMemoryCheckpoints } from './checkpoints.js';
import { logBus } from './log-bus.js';
import { shopEvent, shopPublications } from './testing/shop.js';

describe('A group that follows the log', () => {
  let now = '2026-03-01T09:00:00.000Z';
  const store = inMemoryEventStore({ clock: { now: () => now } });
  const happened = (stream: string, type: string) => store.append({ tenant: 'demo', stream, expected: 'any', events: [shopEvent(type, { n: 1 })] });

  it('says topic by topic how much of the log it has still to look at, and how old the oldest is of what it waits for', async () => {
    now = new Date(Date.now() - 60_000).toISOString();
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const bus = logBus({ store, publications: shopPublications, checkpoints: inMemoryCheckpoints() });
    const group = await bus.subscribe({ group: 'slow', topics: ['shop.order', 'shop.parcel'], deliver: () => opened, undeliverable: () => Promise.resolve() });
    expect(await group.lag()).toEqual(['shop.order', 'shop.parcel'].map((topic) => ({ topic, events: 0, seconds: 0 })));
    await happened('order-1', 'shop.OrderPlaced.v1');
    now = new Date().toISOString();
    await happened('order-2', 'shop.OrderPlaced.v1');
    const [orders, parcels] = await group.lag();
    expect([orders?.events, parcels]).toEqual([2, { topic: 'shop.parcel', events: 0, seconds: 0 }]);
    expect(orders?.seconds).toBeGreaterThanOrEqual(60);
    expect(orders?.seconds).toBeLessThan(120);
    open();
    expect(await group.waitFor(2, 5_000)).toBe(true);
    expect(await group.lag()).toEqual(['shop.order', 'shop.parcel'].map((topic) => ({ topic, events: 0, seconds: 0 })));
    await group.stop();
  });
});
