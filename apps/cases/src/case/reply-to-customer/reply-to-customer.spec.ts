import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { cancelled, closed, now, opened, resolved } from '../examples.js';
import { replyToCustomer } from './reply-to-customer.js';

const { given } = specFor(cases, replyToCustomer);
const command = { at: now, data: { text: 'A new SIM is on its way' } } as const;
const sent = { type: 'ReplySentToCustomer', occurredAt: now, data: { customerId: 'ada', text: 'A new SIM is on its way' } } as const;

describe('Reply to the customer', () => {
  it('is sealed with that customer’s key', () =>
    given(opened).when(command).then(sent));

  it('is still possible after the case was resolved', () =>
    given(opened, resolved).when(command).then(sent));

  it('is refused once the case is closed', () =>
    given(opened, resolved, closed).when(command).thenRefused('case-closed'));

  it('is refused once the case is cancelled', () =>
    given(opened, cancelled).when(command).thenRefused('case-cancelled'));
});
