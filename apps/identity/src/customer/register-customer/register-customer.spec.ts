import { specFor } from '@onmaru/event-sourcing/testing';
import { customers } from '../customer.js';
import { registerCustomer } from './register-customer.js';

const { given } = specFor(customers, registerCustomer);
const at = '2026-03-01T09:00:00.000Z';
const data = { customerId: 'c1', name: '김민지', email: 'minji@example.com', phone: '010-1234-5678', locale: 'ko', externalId: 'Caller 7' } as const;
const register = { at, data } as const;
const registered = { type: 'CustomerRegistered', occurredAt: at, data } as const;

describe('Register a customer', () => {
  it('records who they are and how to reach them', () => given().when(register).then(registered));

  it('is refused when their external id belongs to somebody', () => given(registered).when(register).thenRefused('external-id-in-use'));

  it('is refused when their external id belonged to somebody who was erased', () =>
    given(registered, { type: 'CustomerErased', occurredAt: at, data: { reason: 'asked for it' } })
      .when(register)
      .thenRefused('external-id-in-use'));
});
