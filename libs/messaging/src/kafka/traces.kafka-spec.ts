import { setTimeout as sleep } from 'node:timers/promises';
import { recordedTracing, type RecordedTracing } from '@onmaru/tracing/testing';
import { v7 as uuid } from 'uuid';
import { ConsumerTransport } from '../consumer-transport.js';
import { inMemoryDeadLetters } from '../dead-letter.js';
import type { Message } from '../message.js';
import { kafkaShop, orderTeller, type KafkaShop } from '../testing/kafka-shop.js';
import { shopEvent } from '../testing/shop.js';
import { kafkaRelay, type RelayParts } from './relay.js';
import type { Teller } from './tell.js';

const EVENT = shopEvent('shop.OrderPlaced.v1', { n: 1 });

/** Wrong on purpose: a hop that does not say where in its trace a message is. */
const forgetful = (told: Teller): Teller => ({
  ...told,
  tell: (partition, records) => told.tell(partition, records.map((record) => ({ ...record, headers: Object.fromEntries(Object.entries(record.headers).filter(([name]) => name !== 'ce_traceparent')) }))),
});

describe('A trace over Kafka', () => {
  let shop: KafkaShop;
  let tracing: RecordedTracing;
  beforeEach(async () => {
    [shop, tracing] = [await kafkaShop(), recordedTracing()];
  });
  afterEach(() => shop.remove());

  /** What the consumer of an event was handed. */
  const carried = async (parts: Partial<RelayParts> = {}): Promise<Message> => {
    const relay = await kafkaRelay({ ...shop, topic: 'shop.order', tracing }, parts);
    const handed: Message[] = [];
    const transport = new ConsumerTransport({ bus: shop.bus(), group: 'books', topics: [{ name: 'shop.order', types: ['shop.order-placed.v1'] }], ignores: [], deadLetters: inMemoryDeadLetters(() => EVENT.occurredAt), tracing });
    transport.addHandler('shop.order-placed.v1', async (message: Message) => void handed.push(message), true);
    await new Promise<void>((ready, failed) => transport.listen((error) => (error === undefined ? ready() : failed(new Error('the consumers did not start', { cause: error })))));
    await shop.store.append({ tenant: 'demo', stream: `order-${uuid()}`, expected: 'none', events: [{ ...EVENT, id: uuid(), commandId: uuid() }] });
    for (let tried = 0; handed.length === 0 && tried < 1_500; tried += 1) await sleep(10);
    await transport.close();
    await relay.stop();
    return handed[0] as Message;
  };

  it('leads from what happened to who told it, from there to who took it, and on to what they do', async () => {
    const message = await carried();
    const [send, process] = [tracing.called('send shop.order'), tracing.called('process shop.order')];
    expect([send.parent, process.parent, message.traceparent]).toEqual([EVENT.traceparent, send.traceparent, process.traceparent]);
    expect([send.kind, process.kind, send.ended, process.ended]).toEqual(['producer', 'consumer', true, true]);
    expect(process.attributes).toMatchObject({ 'messaging.destination.name': 'shop.order', 'messaging.consumer.group.name': 'books', 'messaging.message.id': message.id });
  });

  it('ends, which is seen, where a hop does not hand it on', async () => {
    const message = await carried({ teller: forgetful(orderTeller(shop)) });
    expect(message.traceparent).toBeUndefined();
    expect(() => tracing.called('process shop.order')).toThrow('there are 0 called process shop.order');
  });
});
