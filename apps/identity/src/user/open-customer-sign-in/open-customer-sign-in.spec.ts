import { specFor } from '@onmaru/event-sourcing/testing';
import { users } from '../user.js';
import { openCustomerSignIn } from './open-customer-sign-in.js';

const { given } = specFor(users, openCustomerSignIn);
const at = '2026-03-01T09:00:00.000Z';
const data = { customerId: 'c1', email: 'minji@example.com' } as const;
const opened = { type: 'CustomerSignInOpened', occurredAt: at, data } as const;

describe('Open a sign-in for a customer', () => {
  it('lets the customer see their own cases', () => given().when({ at, data }).then(opened));

  it('changes nothing when the customer has one', () => given(opened).when({ at, data }).thenNothing());
});
