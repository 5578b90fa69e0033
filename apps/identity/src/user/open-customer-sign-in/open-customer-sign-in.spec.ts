import { specFor } from '@onmaru/event-sourcing/testing';
import { userDecider } from '../decider.js';

const { given } = specFor(userDecider);
const at = '2026-03-01T09:00:00.000Z';
const data = { customerId: 'c1', email: 'minji@example.com' } as const;
const opened = { type: 'CustomerSignInOpened', occurredAt: at, data } as const;

describe('Open a sign-in for a customer', () => {
  it('lets the customer see their own cases', () => given().when({ type: 'OpenCustomerSignIn', at, data }).then(opened));

  it('changes nothing when the customer has one', () => given(opened).when({ type: 'OpenCustomerSignIn', at, data }).thenNothing());
});
