import { v7 as uuid } from 'uuid';
import { postgresDeadLetters } from './dead-letter.js';
import { inMemoryBus } from './in-memory-bus.js';
import { withInbox } from './inbox.js';
import type { Message } from './message.js';
import { shopDatabase, type ShopDatabase } from './testing/database.js';

const message = (key: string, position: number, tenant = 'demo'): Message => ({
  specversion: '1.0',
  id: uuid(),
  source: '/shop',
  type: 'shop.order-placed.v1',
  key,
  time: '2026-03-01T09:00:00.000Z',
  topic: 'shop.order',
  tenant,
  actor: { kind: 'system', id: 'spec' },
  correlationId: 'c',
  position,
  data: { name: `at ${position}` },
});

describe('The effect of a message', () => {
  let database: ShopDatabase;
  beforeEach(async () => {
    database = await shopDatabase();
    await database.pool.query('CREATE TABLE shop.effect (tenant text, key text, position bigint)');
  });
  afterEach(() => database.close());

  type Asked = { name?: string; onlyIfNewer?: boolean; fail?: (one: Message) => boolean };
  /** A handler, and the transactions that it was given. */
  const handler = ({ name = 'orders', onlyIfNewer = false, fail = () => false }: Asked = {}) => {
    const together: string[][] = [];
    const take = withInbox<{ message: Message }>(
      { pool: database.pool, schema: 'shop', name },
      async (client, due) => {
        together.push(due.map(({ message: { key } }) => key));
        for (const { message: one } of due) {
          await client.query('INSERT INTO shop.effect VALUES ($1, $2, $3)', [one.tenant, one.key, one.position]);
          if (fail(one)) throw new Error('the effect failed');
        }
      },
      { onlyIfNewer },
    );
    return { take: (one: Message) => take({ message: one }), together };
  };
  const take = (one: Message, asked: Asked = {}) => handler(asked).take(one);
  const effects = async () => (await database.pool.query('SELECT key, position::int AS n FROM shop.effect ORDER BY position')).rows.map(({ key, n }) => `${key}:${n}`);

  it('comes about once, however often the message comes', async () => {
    const one = message('order-1', 1);
    expect(await take(one)).toBe('done');
    expect(await take(one)).toBe('seen');
    expect(await effects()).toEqual(['order-1:1']);
  });

  it('comes about once when the message comes many times at the same moment', async () => {
    const one = message('order-1', 1);
    const taken = await Promise.all(Array.from({ length: 8 }, () => take(one)));
    expect(taken.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(await effects()).toEqual(['order-1:1']);
    const { take: again } = handler();
    const two = message('order-2', 2);
    const takenByOne = await Promise.all(Array.from({ length: 8 }, () => again(two)));
    expect(takenByOne.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(await effects()).toEqual(['order-1:1', 'order-2:2']);
  });

  it('comes about in one transaction with those of other messages at the same moment', async () => {
    const { take: one, together } = handler();
    await one(message('order-2', 1));
    const taken = await Promise.all([1, 2, 3].map((n) => one(message(`order-${n}`, n === 2 ? 1 : 10 + n))));
    expect(taken).toEqual(['done', 'seen', 'done']);
    expect(together).toEqual([['order-2'], ['order-1', 'order-3']]);
  });

  it('comes about also where that of another message at the same moment fails', async () => {
    const { take: one } = handler({ fail: ({ key }) => key === 'order-2' });
    const taken = await Promise.allSettled([1, 2, 3].map((n) => one(message(`order-${n}`, n))));
    expect(taken.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await effects()).toEqual(['order-1:1', 'order-3:3']);
  });

  it('leaves no trace where it failed, and comes about when the message comes again', async () => {
    const one = message('order-1', 1);
    await expect(take(one, { fail: () => true })).rejects.toThrow('the effect failed');
    expect(await effects()).toEqual([]);
    expect(await take(one)).toBe('done');
    expect(await effects()).toEqual(['order-1:1']);
  });

  it('does not come about again when an older message comes after a newer one', async () => {
    const [older, newer] = [message('order-1', 1), message('order-1', 2)];
    await take(older);
    await take(newer);
    expect(await take(older)).toBe('seen');
    expect(await effects()).toEqual(['order-1:1', 'order-1:2']);
  });

  it('is its own for every key, tenant and handler', async () => {
    expect(await take(message('order-1', 2))).toBe('done');
    expect(await take(message('order-2', 1))).toBe('done');
    expect(await take(message('order-1', 1, 'acme'))).toBe('done');
    expect(await take(message('order-1', 1), { name: 'other-handler' })).toBe('done');
  });

  it('comes about once, and the newest state stands, however a bus mixes and repeats', async () => {
    await database.pool.query('CREATE TABLE shop.latest (key text PRIMARY KEY, position bigint, times int)');
    const bus = inMemoryBus({ shuffle: { seed: 7 } });
    let last = 0;
    for (let n = 0; n < 60; n += 1) last = bus.publish(message(`order-${n % 6}`, 0)).position;
    const takeLatest = withInbox<{ message: Message }>({ pool: database.pool, schema: 'shop', name: 'latest' }, async (client, due) => {
      for (const { message: one } of due) {
        await client.query(
          'INSERT INTO shop.latest AS l VALUES ($1, $2, 1) ON CONFLICT (key) DO UPDATE SET position = excluded.position, times = l.times + 1',
          [one.key, one.position],
        );
      }
    });
    const consuming = await bus.subscribe({
      group: 'shop',
      topics: ['shop.order'],
      undeliverable: () => Promise.resolve(),
      deliver: async (one) => {
        await takeLatest({ message: one });
      },
    });
    expect(await consuming.waitFor(last, 10_000)).toBe(true);
    await consuming.stop();
    const found = await database.pool.query('SELECT position::int, times FROM shop.latest ORDER BY position');
    expect(found.rows).toEqual(Array.from({ length: 6 }, (_, n) => ({ position: 55 + n, times: 10 })));
  });

  describe('of a dead letter', () => {
    const dead = () => postgresDeadLetters(database.pool, 'shop');

    it('comes about when it is redriven, though its key has gone on meanwhile, and only once', async () => {
      const [poison, later] = [message('order-1', 1), message('order-1', 2)];
      await dead().put('shop', poison, 'it failed', 5);
      await take(later);
      expect(await take(poison)).toBe('done');
      expect(await take(poison)).toBe('seen');
      expect(await effects()).toEqual(['order-1:1', 'order-1:2']);
    });

    it('is made up for only in handlers that had not had it', async () => {
      const [poison, later] = [message('order-1', 1), message('order-1', 2)];
      await take(poison, { name: 'well' });
      await dead().put('shop', poison, 'another handler failed', 5);
      for (const name of ['well', 'ill']) await take(later, { name });
      expect(await take(poison, { name: 'well' })).toBe('seen');
      expect(await take(poison, { name: 'ill' })).toBe('done');
    });

    it('never takes the place of what is newer, where that is asked for', async () => {
      const [poison, later] = [message('order-1', 1), message('order-1', 2)];
      await dead().put('shop', poison, 'it failed', 5);
      await take(later, { onlyIfNewer: true });
      expect(await take(poison, { onlyIfNewer: true })).toBe('older');
      expect(await effects()).toEqual(['order-1:2']);
    });
  });

  describe('that a group gave up on', () => {
    it('is kept with reason, trace and payload as it came', async () => {
      const letters = postgresDeadLetters(database.pool, 'shop');
      const one = { ...message('order-1', 1), traceparent: '00-a-b-01', data: { name: { sealed: 'xyz', subject: '가나' } } };
      await letters.put('shop', one, 'no such customer', 5);
      await letters.put('shop', one, 'still no such customer', 1);
      expect(await letters.list('shop')).toEqual([
        { group: 'shop', message: one, reason: 'still no such customer', attempts: 6, diedAt: expect.stringMatching(/^\d{4}-.*T.*\.\d{3}Z$/) },
      ]);
      expect(await letters.list('other')).toEqual([]);
      expect(await letters.list()).toHaveLength(1);
      expect((await database.pool.query('SELECT traceparent FROM shop.dead_letter')).rows).toEqual([{ traceparent: '00-a-b-01' }]);
      expect([await letters.has('shop', one.id), await letters.has('other', one.id)]).toEqual([true, false]);
      await letters.remove('shop', one.id);
      expect(await letters.list()).toEqual([]);
    });
  });
});
