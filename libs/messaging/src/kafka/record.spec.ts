import type { KafkaMessage } from 'kafkajs';
import type { Message } from '../message.js';
import { itemOf, recordOf } from './record.js';

const message: Message = {
  specversion: '1.0',
  id: '019ab000-0000-7000-8000-000000000001',
  source: '/shop',
  type: 'shop.order-placed.v1',
  key: 'order-1',
  time: '2026-03-01T09:00:00.000Z',
  topic: 'shop.order',
  tenant: 'demo',
  actor: { kind: 'external', id: 'ServiceNow:7' },
  correlationId: 'c',
  causationId: 'b',
  traceparent: '00-a-b-01',
  position: 12,
  data: { name: '가나', n: 1 },
};

const kept = ({ key, value, headers }: { key: string; value: string; headers: Readonly<Record<string, string>> }): KafkaMessage => ({
  key: Buffer.from(key),
  value: Buffer.from(value),
  headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)])),
  offset: '4',
  timestamp: '1772355600000',
  attributes: 0,
});

describe('A message on a topic', () => {
  it('is a CloudEvent whose id and position can be read without its data', () => {
    const { key, value, headers } = recordOf({ message });
    expect([key, value]).toEqual(['order-1', '{"name":"가나","n":1}']);
    expect(headers).toMatchObject({ ce_specversion: '1.0', ce_id: message.id, ce_type: 'shop.order-placed.v1', ce_position: '12', ce_tenant: 'demo', 'content-type': 'application/json' });
  });

  it('comes back as it went', () => {
    expect(itemOf('shop.order', 0, kept(recordOf({ message })))).toEqual({ message });
    const { causationId: _, traceparent: __, ...bare } = message;
    expect(itemOf('shop.order', 0, kept(recordOf({ message: bare })))).toEqual({ message: bare });
  });

  it('says why it could not be made properly', () => {
    const item = { message, trouble: new Error('nobody has thought of it') };
    expect(itemOf('shop.order', 0, kept(recordOf(item)))).toEqual(item);
  });

  it.each([
    ['has no headers', kept({ key: 'order-1', value: '{}', headers: {} }), 'a record without ce_specversion, ce_id'],
    ['is no JSON', kept({ ...recordOf({ message }), value: '{"torn' }), 'JSON'],
    ['has no position that is a number', kept({ ...recordOf({ message }), headers: { ...recordOf({ message }).headers, ce_position: 'twelve' } }), 'a record whose position is no number'],
  ])('is not passed over when it %s', (_, record, says) => {
    const { message: made, trouble } = itemOf('shop.order', 2, record);
    expect((trouble as Error).message).toContain(says);
    expect(made).toMatchObject({ key: 'order-1', topic: 'shop.order', actor: { id: 'shop.order/2/4' }, position: 0 });
    expect(made.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(itemOf('shop.order', 2, record).message.id).toBe(made.id);
  });
});
