import { Controller, Module, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { connectConsumer } from './connect-consumer.js';
import { ConsumerTransport, groupTransport, type ConsumerOptions } from './consumer-transport.js';
import { inMemoryDeadLetters } from './dead-letter.js';
import { inMemoryBus, type InMemoryBus } from './in-memory-bus.js';
import type { Message } from './message.js';
import { Unavailable } from './transience.js';

type Data = { n: number };
const taken: string[] = [];
let starts = 0;
let trouble: (message: Message<Data>, handler: string) => void | Promise<void> = () => undefined;
const take = async (handler: string, message: Message<Data>) => {
  await trouble(message, handler);
  taken.push(`${handler} ${message.key}:${message.data.n}`);
};

@Controller()
class Orders {
  onModuleInit() {
    starts += 1;
  }

  @EventPattern('shop.order-placed.v1', groupTransport('books'))
  placed(@Payload() message: Message<Data>) {
    return take('placed', message);
  }

  @EventPattern('shop.order-placed.v1', groupTransport('books'))
  alsoPlaced(@Payload() message: Message<Data>) {
    return take('also', message);
  }

  @EventPattern('shop.order-placed.v1', groupTransport('another'))
  elsewhere(@Payload() message: Message<Data>) {
    return take('elsewhere', message);
  }
}

@Module({ controllers: [Orders] })
class Shop {}

describe('Consumers', () => {
  let app: INestApplication;
  let bus: InMemoryBus;
  let transport: ConsumerTransport;
  const topics = [{ name: 'shop.order', types: ['shop.order-placed.v1', 'shop.order-sent.v1'] }];

  const begin = async (options: Partial<ConsumerOptions> = {}) => {
    bus = inMemoryBus();
    const deadLetters = inMemoryDeadLetters(() => '2026-03-01T09:00:00.000Z');
    transport = new ConsumerTransport({ bus, group: 'books', topics, ignores: ['shop.order-sent.v1'], deadLetters, ...options });
    app = await NestFactory.create(Shop, new FastifyAdapter(), { logger: false });
    connectConsumer(app, transport);
    await app.startAllMicroservices();
  };
  const publish = (n: number, key = 'order-1', type = 'shop.order-placed.v1') =>
    bus.publish({
      specversion: '1.0',
      id: uuid(),
      source: '/shop',
      type,
      key,
      time: '2026-03-01T09:00:00.000Z',
      topic: 'shop.order',
      tenant: 'demo',
      actor: { kind: 'system', id: 'spec' },
      correlationId: 'c',
      data: { n },
    });

  beforeEach(() => {
    taken.length = 0;
    starts = 0;
    trouble = () => undefined;
  });
  afterEach(() => app.close());

  it('are ordinary handlers, every one of a type called once, those of other groups not at all', async () => {
    await begin();
    const { position } = publish(1);
    expect(await transport.waitFor(position, 2000)).toBe(true);
    expect(taken.sort()).toEqual(['also order-1:1', 'placed order-1:1']);
  });

  it('share their modules with the application, which starts them once', async () => {
    await begin();
    await app.init();
    expect(starts).toBe(1);
  });

  it('leave alone what they ignore, and make progress past it', async () => {
    await begin();
    const { position } = publish(1, 'order-1', 'shop.order-sent.v1');
    expect(await transport.waitFor(position, 2000)).toBe(true);
    expect([taken, await transport.deadLetters()]).toEqual([[], []]);
  });

  it('are told one message of a key after the other, in order', async () => {
    await begin();
    trouble = ({ data }) => sleep((data.n * 3) % 5);
    let last = 0;
    for (let n = 0; n < 20; n += 1) last = publish(n, `order-${n % 2}`).position;
    await transport.waitFor(last, 5000);
    const placed = taken.filter((one) => one.startsWith('placed order-0'));
    expect(placed).toEqual(Array.from({ length: 10 }, (_, n) => `placed order-0:${2 * n}`));
  });

  it('are tried again when they fail, and the message is taken once they do not', async () => {
    await begin();
    let failures = 2;
    trouble = (_, handler) => {
      if (handler === 'placed' && (failures -= 1) >= 0) throw new Error('not yet');
    };
    const { position } = publish(1);
    expect(await transport.waitFor(position, 5000)).toBe(true);
    expect(taken).toContain('placed order-1:1');
    expect(await transport.deadLetters()).toEqual([]);
  });

  it('give up on what they cannot take, keep it with the reason, and go on with its key', async () => {
    await begin({ attempts: 3 });
    let tries = 0;
    trouble = ({ data }, handler) => {
      if (handler === 'placed' && data.n === 1 && (tries += 1)) throw new TypeError('this order has no customer');
    };
    const poison = publish(1);
    const { position } = publish(2);
    expect(await transport.waitFor(position, 5000)).toBe(true);
    expect(tries).toBe(3);
    expect(taken).toContain('placed order-1:2');
    expect(await transport.deadLetters()).toEqual([
      { group: 'books', message: poison, reason: 'this order has no customer', attempts: 3, diedAt: '2026-03-01T09:00:00.000Z' },
    ]);
  });

  it('get a dead letter once more when somebody asks for it, until nothing is left over', async () => {
    await begin({ attempts: 1 });
    trouble = () => {
      throw new Error('broken');
    };
    const { id, position } = publish(1);
    await transport.waitFor(position, 5000);
    trouble = () => {
      throw new Error('still broken');
    };
    expect(await transport.redrive(id)).toBe('still broken');
    expect(await transport.deadLetters()).toMatchObject([{ reason: 'still broken', attempts: 2 }]);
    trouble = () => undefined;
    expect(await transport.redrive(id)).toBeNull();
    expect(await transport.deadLetters()).toEqual([]);
    expect(taken.sort()).toEqual(['also order-1:1', 'placed order-1:1']);
    await expect(transport.redrive(id)).rejects.toThrow(`books has no dead letter ${id}`);
  });

  it('discard nothing while what they need is away, however long that lasts', async () => {
    await begin({ attempts: 1 });
    let away = true;
    let tries = 0;
    trouble = () => {
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

  it('keep as a dead letter what nobody told them of', async () => {
    await begin();
    const { position } = publish(1, 'order-1', 'shop.order-lost.v1');
    await transport.waitFor(position, 2000);
    expect(await transport.deadLetters()).toMatchObject([{ reason: 'books has no handler for shop.order-lost.v1', attempts: 1 }]);
  });

  it('do not start while a type of their topics is forgotten, and name it', async () => {
    await expect(begin({ ignores: [] })).rejects.toThrow('Consumers of books: shop.order-sent.v1 is neither handled nor ignored');
  });

  it('finish what they have begun when the application closes, and begin nothing more', async () => {
    await begin();
    trouble = () => sleep(50);
    publish(1);
    publish(2);
    await sleep(20);
    await app.close();
    expect(taken.sort()).toEqual(['also order-1:1', 'placed order-1:1']);
  });
});
