import { orderAndGaps } from '@onmaru/event-sourcing/testing/order-and-gaps';
import { postgresCheckpoints } from './checkpoints.js';
import { logBus } from './log-bus.js';
import type { Message, Publication } from './message.js';
import { withInbox } from './inbox.js';
import { shopDatabase, type ShopDatabase } from './testing/database.js';

const cases: Publication = { topic: 'tests.case', category: 'case', publish: ({ type, data }) => ({ type, data }) };

describe('A group of consumers', () => {
  let database: ShopDatabase;
  beforeEach(async () => {
    database = await shopDatabase();
  });
  afterEach(() => database.close());

  it('is told everything once and in the order of each key, while programs append with delays and are killed', async () => {
    const { url, pool } = database;
    const found = await orderAndGaps({
      url,
      writers: 4,
      seconds: 3,
      kills: 1,
      async consume(store, saw, stop) {
        const bus = logBus({ store, publications: [cases], checkpoints: postgresCheckpoints(pool, 'shop') });
        const group = await bus.subscribe({
          group: 'tests',
          topics: ['tests.case'],
          undeliverable: (_, cause) => Promise.reject(new Error('a note could not be told', { cause })),
          deliver: async ({ id, key, position }) => saw({ id, stream: key, position }),
        });
        await new Promise((aborted) => stop.addEventListener('abort', aborted));
        await group.stop();
      },
    });
    expect(found).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0, wrongAccepts: 0, torn: 0, killed: 1 });
    expect(found.appended).toBeGreaterThan(300);
  }, 120_000);

  describe('of whom one falls asleep with a message in its hand, while another takes it and the next', () => {
    const message = (position: number): Message => ({ specversion: '1.0', id: `019ab000-0000-7000-8000-00000000000${position}`, source: '/shop', type: 'shop.order-placed.v1', key: 'order-1', time: '', topic: 'shop.order', tenant: 'demo', actor: { kind: 'system', id: 'spec' }, correlationId: 'c', position, data: {} });
    const write = async (client: { query(text: string, values: unknown[]): Promise<unknown> }, { key, position }: Message): Promise<void> => {
      await client.query('INSERT INTO shop.latest AS l VALUES ($1, $2, 1) ON CONFLICT (key) DO UPDATE SET position = $2, times = l.times + 1', [key, position]);
    };
    /** What there is before the sleeper wakes, and after. */
    const overtaken = async (take: (one: Message) => Promise<unknown>) => {
      await database.pool.query('CREATE TABLE shop.latest (key text PRIMARY KEY, position int, times int)');
      const state = async () => (await database.pool.query('SELECT * FROM shop.latest')).rows;
      const { promise: asleep, resolve: wake } = Promise.withResolvers<void>();
      const slow = asleep.then(() => take(message(1)));
      await take(message(1));
      await take(message(2));
      const before = await state();
      wake();
      await slow;
      return { before, after: await state() };
    };

    it('does nothing more with it through its inbox', async () => {
      const inbox = { pool: database.pool, schema: 'shop', name: 'latest' };
      const take = withInbox<{ message: Message }>(inbox, async (client, due) => {
        for (const { message: one } of due) await write(client, one);
      });
      const { before, after } = await overtaken((one) => take({ message: one }));
      expect(after).toEqual(before);
      expect(after).toEqual([{ key: 'order-1', position: 2, times: 2 }]);
    });

    it('is found to put the older in the place of the newer without one', async () => {
      const { before, after } = await overtaken((one) => write(database.pool, one));
      expect(after).not.toEqual(before);
      expect(after).toEqual([{ key: 'order-1', position: 1, times: 3 }]);
    });
  });
});
