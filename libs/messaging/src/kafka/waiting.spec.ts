import type { Part } from './standing.js';
import { waiting } from './waiting.js';

const part = (end: number, taken: number, partition = 0, topic = 'shop.order'): Part => ({ topic, partition, end, taken, position: taken });

describe('What a group of consumers has still to take', () => {
  it('is nothing once every partition is taken to its end', () => {
    const waits = waiting();
    waits.note([part(5, 5), part(3, 3, 1)], 1_000);
    expect(waits.lag('shop.order', 9_000)).toEqual({ topic: 'shop.order', events: 0, seconds: 0 });
  });

  it('is as old as the oldest of it, however much comes and is taken meanwhile', () => {
    const waits = waiting();
    waits.note([part(0, 0)], 0);
    waits.note([part(10, 0)], 1_000);
    waits.note([part(20, 5)], 2_000);
    expect(waits.lag('shop.order', 3_000)).toEqual({ topic: 'shop.order', events: 15, seconds: 2 });
    waits.note([part(30, 10)], 3_000);
    expect(waits.lag('shop.order', 3_000)).toEqual({ topic: 'shop.order', events: 20, seconds: 1 });
    waits.note([part(30, 30)], 4_000);
    waits.note([part(31, 30)], 9_000);
    expect(waits.lag('shop.order', 9_500)).toEqual({ topic: 'shop.order', events: 1, seconds: 0.5 });
  });

  it('is told topic by topic, and of a topic as its slowest partition stands', () => {
    const waits = waiting();
    waits.note([part(1, 0), part(1, 1, 1), part(4, 4, 0, 'shop.parcel')], 0);
    waits.note([part(1, 0), part(3, 1, 1), part(9, 4, 0, 'shop.parcel')], 5_000);
    expect([waits.lag('shop.order', 6_000), waits.lag('shop.parcel', 6_000)]).toEqual([
      { topic: 'shop.order', events: 3, seconds: 6 },
      { topic: 'shop.parcel', events: 5, seconds: 1 },
    ]);
  });
});
