import { specFor } from '@onmaru/event-sourcing/testing';
import { customers } from '../customer.js';
import { eraseCustomer } from './erase-customer.js';

const { given } = specFor(customers, eraseCustomer);
const at = '2026-03-01T09:00:00.000Z';
const registered = {
  type: 'CustomerRegistered',
  occurredAt: at,
  data: { customerId: 'c1', name: '김민지', email: null, phone: null, locale: 'ko', externalId: null },
} as const;
const erase = { at, data: { reason: 'asked for it' } } as const;
const erased = { type: 'CustomerErased', occurredAt: at, data: { reason: 'asked for it' } } as const;

describe('Erase a customer', () => {
  it('forgets who they were and keeps why', () => given(registered).when(erase).then(erased));

  it('changes nothing when they are erased', () => given(registered, erased).when(erase).thenNothing());

  it('is refused for a customer nobody registered', () => given().when(erase).thenRefused('customer-not-found'));
});
