import { Controller, Module, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { v7 as uuid } from 'uuid';
import { connectConsumer } from '../connect-consumer.js';
import { ConsumerTransport, groupTransport, type ConsumerOptions } from '../consumer-transport.js';
import { inMemoryDeadLetters } from '../dead-letter.js';
import { inMemoryBus } from '../in-memory-bus.js';
import type { Message } from '../message.js';
import type { PumpOptions } from '../pump.js';

export type Trouble = (message: Message<{ n: number }>, handler: string) => void | Promise<void>;

/** What the handlers did, and what keeps them from doing it. */
export class Diary {
  readonly taken: string[] = [];
  starts = 0;
  trouble: Trouble = () => undefined;

  async take(handler: string, message: Message<{ n: number }>): Promise<void> {
    await this.trouble(message, handler);
    this.taken.push(`${handler} ${message.key}:${message.data.n}`);
  }
}

@Controller()
class Orders {
  constructor(private readonly diary: Diary) {}

  onModuleInit(): void {
    this.diary.starts += 1;
  }

  @EventPattern('shop.order-placed.v1', groupTransport('books'))
  placed(@Payload() message: Message<{ n: number }>): Promise<void> {
    return this.diary.take('placed', message);
  }

  @EventPattern('shop.order-placed.v1', groupTransport('books'))
  alsoPlaced(@Payload() message: Message<{ n: number }>): Promise<void> {
    return this.diary.take('also', message);
  }

  @EventPattern('shop.order-placed.v1', groupTransport('another'))
  elsewhere(@Payload() message: Message<{ n: number }>): Promise<void> {
    return this.diary.take('elsewhere', message);
  }
}

@Module({ controllers: [Orders], providers: [Diary] })
class Shop {}

/** An application with consumers of the group `books`, and the bus they listen to. */
export const consumers = async (options: Partial<ConsumerOptions> = {}, busOptions: PumpOptions = {}) => {
  const bus = inMemoryBus(busOptions);
  const transport = new ConsumerTransport({
    bus,
    group: 'books',
    topics: [{ name: 'shop.order', types: ['shop.order-placed.v1', 'shop.order-sent.v1'] }],
    ignores: ['shop.order-sent.v1'],
    deadLetters: inMemoryDeadLetters(() => '2026-03-01T09:00:00.000Z'),
    ...options,
  });
  const app: INestApplication = await NestFactory.create(Shop, new FastifyAdapter(), { logger: false });
  connectConsumer(app, transport);
  const publish = (n: number, key = 'order-1', type = 'shop.order-placed.v1'): Message =>
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
  return { app, transport, publish, diary: app.get(Diary) };
};

export type Consumers = Awaited<ReturnType<typeof consumers>>;
