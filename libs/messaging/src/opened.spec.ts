import { sealed, type Keys } from '@onmaru/event-sourcing';
import { inMemoryEventStore } from '@onmaru/event-sourcing/in-memory';
import { inMemoryKeys } from '@onmaru/event-sourcing/testing';
import { systemClock } from '@onmaru/time/system-clock';
import { messageOf, type Message } from './message.js';
import { opened } from './opened.js';
import { shopEvent } from './testing/shop.js';

const types = { context: 'shop', types: { OrderPlaced: { version: 1, personal: ['name', 'street'], subject: 'customerId' } } } as const;

describe('Personal fields of a message', () => {
  const keys = inMemoryKeys();
  const told = async (): Promise<Message> => {
    const store = inMemoryEventStore({ clock: systemClock });
    const event = shopEvent('shop.OrderPlaced.v1', { customerId: 'ada', name: '김마루', street: null, n: 1 });
    await sealed(store, [types], keys).append({ tenant: 'demo', stream: 'order-1', expected: 'none', events: [event] });
    const [stored] = await store.readStream('demo', 'order-1');
    return messageOf({ topic: 'shop.order', category: 'order', publish: ({ data }) => ({ type: 'shop.order-placed.v1', data }) }, stored!)!;
  };

  it('travel sealed, and are opened by whoever may have the key', async () => {
    const message = await told();
    expect(JSON.stringify(message)).not.toContain('김마루');
    expect((await opened(message, keys)).data).toEqual({ customerId: 'ada', name: '김마루', street: null, n: 1 });
  });

  it('read as null once the person is erased', async () => {
    const message = await told();
    keys.erase('demo', 'ada');
    expect((await opened(message, keys)).data).toMatchObject({ name: null, n: 1 });
  });

  it('are not taken for erased when the keys cannot be had', async () => {
    const away: Keys = { ...keys, toOpen: () => Promise.reject(new Error('the keys are away')) };
    const message = { ...(await told()), data: { name: { sealed: 'x', subject: 'bob' } } };
    await expect(opened(message, away)).rejects.toThrow('the keys are away');
  });
});
