import { withInbox } from '../inbox.js';
import type { Message } from '../message.js';
import { shopDatabase, type ShopDatabase } from '../testing/database.js';
import { kafkaBench } from '../testing/kafka-shop.js';

type Effect = (message: Message, fail: () => void) => Promise<void>;

describe('Effects in a database of what comes over Kafka, whose handler fails between two writes', () => {
  let database: ShopDatabase;
  beforeEach(async () => {
    database = await shopDatabase();
    await database.pool.query('CREATE TABLE shop.effect (key text, n int)');
  });
  afterEach(() => database.close());

  /** How often each of 30 effects came about, when every fifth fails at its first try. */
  const counted = async (effect: Effect) => {
    const bench = await kafkaBench();
    const failed = new Set<string>();
    const consuming = await bench.bus.subscribe({
      group: 'effects',
      topics: ['shop.order'],
      undeliverable: () => Promise.resolve(),
      deliver: (message) =>
        effect(message, () => {
          if (message.position % 5 !== 0 || failed.has(message.id)) return;
          failed.add(message.id);
          throw new Error('the handler fails once');
        }),
    });
    let last = 0;
    for (let n = 0; n < 30; n += 1) last = (await bench.publish(`order-${n % 5}`, n)).position;
    expect(await consuming.waitFor(last, 20_000)).toBe(true);
    await bench.close();
    expect(failed.size).toBe(6);
    const { rows } = await database.pool.query<{ n: number; times: number }>('SELECT n, count(*)::int AS times FROM shop.effect GROUP BY n ORDER BY n');
    return { missing: 30 - rows.length, doubled: rows.filter(({ times }) => times > 1).length };
  };
  const write = (client: { query(text: string, values: unknown[]): Promise<unknown> }, { key, data }: Message) => client.query('INSERT INTO shop.effect VALUES ($1, $2)', [key, (data as { n: number }).n]);
  const inbox = () => ({ pool: database.pool, schema: 'shop', name: 'effects' });

  it('come about once each, through the inbox', async () => {
    const take = withInbox<{ message: Message; fail: () => void }>(inbox(), async (client, due) => {
      for (const { message, fail } of due) {
        await write(client, message);
        fail();
      }
    });
    expect(await counted(async (message, fail) => void (await take({ message, fail })))).toEqual({ missing: 0, doubled: 0 });
  });

  it('are found to be missing when the inbox notes them in a transaction before', async () => {
    const note = withInbox<{ message: Message }>(inbox(), () => Promise.resolve());
    const effect: Effect = async (message, fail) => {
      if ((await note({ message })) !== 'done') return;
      fail();
      await write(database.pool, message);
    };
    expect((await counted(effect)).missing).toBe(6);
  });

  it('are found to be doubled when the inbox notes them in a transaction after', async () => {
    const note = withInbox<{ message: Message }>(inbox(), () => Promise.resolve());
    const effect: Effect = async (message, fail) => {
      await write(database.pool, message);
      fail();
      await note({ message });
    };
    expect((await counted(effect)).doubled).toBe(6);
  });
});
