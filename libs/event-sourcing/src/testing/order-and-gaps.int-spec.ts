import { testDatabase } from '@onmaru/local-postgres';
import { orderAndGaps, type OrderAndGapsOptions } from './order-and-gaps.js';

const work = async (options: Omit<OrderAndGapsOptions, 'url'>) => {
  const { url, drop } = await testDatabase();
  return orderAndGaps({ url, ...options }).finally(drop);
};

describe('Programs that append with delays, and are killed', () => {
  it('lose, double, swap and tear nothing for those who follow, and keep nobody waiting for a second', async () => {
    const found = await work({ writers: 8, seconds: 4, kills: 3 });
    expect(found).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0, wrongAccepts: 0, torn: 0, killed: 3 });
    expect(found.lagMs.p99).toBeLessThan(1000);
    expect(found.acknowledged).toBeLessThanOrEqual(found.appended);
    expect(found.acknowledged).toBeGreaterThan(Math.max(500, found.appended * 0.9));
  }, 120_000);

  it('show what a follower gets wrong who notes his place before the page that he has read', async () => {
    const found = await work({
      writers: 2,
      seconds: 1.5,
      kills: 0,
      consume: async (store, saw, stop) => {
        let place = 0;
        for await (const { events, upTo } of store.subscribe(0, { everyTenant: true }, stop)) {
          (await store.readAll(place, { everyTenant: true })).events.forEach(saw);
          place = events[0] ? events[0].position - 1 : upTo;
        }
      },
    });
    expect(found).toMatchObject({ lost: 0, wrongAccepts: 0, torn: 0 });
    expect(found.doubled).toBeGreaterThan(0);
    expect(found.outOfOrder).toBeGreaterThan(0);
  }, 60_000);
});
