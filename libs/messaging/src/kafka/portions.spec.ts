import type { Message } from '../message.js';
import { partitionOf } from './partition-of.js';
import { portions } from './portions.js';

const item = (key: string, n: number, text = '') => {
  const message: Message = { specversion: '1.0', id: `${n}`, source: '/shop', type: 't', key, time: '', topic: 'shop.order', tenant: 'demo', actor: { kind: 'system', id: 's' }, correlationId: 'c', position: n, data: { n, text } };
  return { message };
};
const numbers = (records: readonly { readonly value: string }[]) => records.map(({ value }) => (JSON.parse(value) as { n: number }).n);

describe('What a relay tells', () => {
  it('goes to the partition of its key, in its order', () => {
    const items = Array.from({ length: 60 }, (_, n) => item(`order-${n % 7}`, n));
    const told = portions(items, 3);
    for (const [partition, own] of told) {
      const due = items.filter(({ message }) => partitionOf(message.key, 3) === partition).map(({ message }) => message.position);
      expect(own.map(numbers)).toEqual([due]);
    }
    expect([...told.values()].flat(2)).toHaveLength(60);
  });

  it('is cut into requests of a bearable size, and what is larger than that goes alone', () => {
    const many = [...portions(Array.from({ length: 1001 }, (_, n) => item('order-1', n)), 1).values()].flat();
    expect(many.map(({ length }) => length)).toEqual([500, 500, 1]);
    const large = 'x'.repeat(600_000);
    const mixed = [...portions([item('order-1', 1), item('order-1', 2, large), item('order-1', 3), item('order-1', 4)], 1).values()].flat();
    expect(mixed.map(numbers)).toEqual([[1], [2], [3, 4]]);
  });
});
