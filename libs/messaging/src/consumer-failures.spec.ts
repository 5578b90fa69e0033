import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsumerOptions } from './consumer-transport.js';
import type { PumpOptions } from './pump.js';
import { consumers, type Consumers } from './testing/consumers.js';
import { Unavailable } from './transience.js';

describe('Consumers that fail', () => {
  let shop: Consumers;
  const begin = async (options: Partial<ConsumerOptions> = {}, busOptions: PumpOptions = {}) => {
    shop = await consumers(options, busOptions);
    await shop.app.startAllMicroservices();
    return shop;
  };
  afterEach(() => shop.app.close());

  it('are tried again, and the message is taken once they do not', async () => {
    const { publish, transport, diary } = await begin();
    let failures = 2;
    diary.trouble = (_, handler) => {
      if (handler === 'placed' && (failures -= 1) >= 0) throw new Error('not yet');
    };
    const { position } = publish(1);
    expect(await transport.waitFor(position, 5000)).toBe(true);
    expect(diary.taken).toContain('placed order-1:1');
    expect(await transport.deadLetters()).toEqual([]);
  });

  it('give up on what they cannot take, keep it with the reason, and go on with its key', async () => {
    const { publish, transport, diary } = await begin({ attempts: 3 });
    let tries = 0;
    diary.trouble = ({ data }, handler) => {
      if (handler === 'placed' && data.n === 1 && (tries += 1)) throw new TypeError('this order has no customer');
    };
    const poison = publish(1);
    const { position } = publish(2);
    expect(await transport.waitFor(position, 5000)).toBe(true);
    expect(tries).toBe(3);
    expect(diary.taken).toContain('placed order-1:2');
    expect(await transport.deadLetters()).toEqual([
      { group: 'books', message: poison, reason: 'this order has no customer', attempts: 3, diedAt: '2026-03-01T09:00:00.000Z' },
    ]);
  });

  it('get a dead letter once more when somebody asks for it, until nothing is left over', async () => {
    const { publish, transport, diary } = await begin({ attempts: 1 });
    diary.trouble = () => {
      throw new Error('broken');
    };
    const { id, position } = publish(1);
    await transport.waitFor(position, 5000);
    diary.trouble = () => {
      throw new Error('still broken');
    };
    expect(await transport.redrive(id)).toBe('still broken');
    expect(await transport.deadLetters()).toMatchObject([{ reason: 'still broken', attempts: 2 }]);
    diary.trouble = () => undefined;
    expect(await transport.redrive(id)).toBeNull();
    expect(await transport.deadLetters()).toEqual([]);
    expect(diary.taken.sort()).toEqual(['also order-1:1', 'placed order-1:1']);
    await expect(transport.redrive(id)).rejects.toThrow(`books has no dead letter ${id}`);
  });

  it('discard nothing while what they need is away, however long that lasts', async () => {
    const { publish, transport, diary } = await begin({ attempts: 1 });
    let away = true;
    let tries = 0;
    diary.trouble = () => {
      tries += 1;
      if (away) throw new Unavailable('the directory does not answer');
    };
    const { position } = publish(1);
    await sleep(400);
    expect(tries).toBeGreaterThan(2);
    expect(await transport.deadLetters()).toEqual([]);
    expect(transport.failing()).toBe('the directory does not answer');
    away = false;
    expect(await transport.waitFor(position, 5000)).toBe(true);
    expect(transport.failing()).toBeUndefined();
  });

  it('are not tried all over again when a bus repeats what is a dead letter already', async () => {
    const { publish, transport, diary } = await begin({ attempts: 4 }, { shuffle: { seed: 1 } });
    let tries = 0;
    diary.trouble = (_, handler) => {
      if (handler === 'placed' && (tries += 1)) throw new Error('broken');
    };
    const { position } = publish(1);
    await transport.waitFor(position, 5000);
    expect(tries).toBe(5);
    expect(await transport.deadLetters()).toMatchObject([{ attempts: 4 }]);
  });
});
