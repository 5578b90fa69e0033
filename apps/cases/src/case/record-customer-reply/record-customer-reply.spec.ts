import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { closed, heldForCustomer, heldForVendor, now, opened, resolved } from '../examples.js';
import { recordCustomerReply } from './record-customer-reply.js';

const { given } = specFor(cases, recordCustomerReply);
const command = { at: now, data: { text: 'It works now' } } as const;
const recorded = { type: 'CustomerReplyRecorded', occurredAt: now, data: { customerId: 'ada', text: 'It works now' } } as const;
const resumed = { type: 'CaseResumed', occurredAt: now, data: {} } as const;

describe('Record what the customer answered', () => {
  it('keeps their words', () =>
    given(opened).when(command).then(recorded));

  it('takes the case off hold when it was the customer who was waited for', () =>
    given(opened, heldForCustomer).when(command).then(recorded, resumed));

  it('leaves a case on hold that waits for somebody else', () =>
    given(opened, heldForVendor).when(command).then(recorded));

  it('is possible after the case was resolved', () =>
    given(opened, resolved).when(command).then(recorded));

  it('is refused once the case is closed', () =>
    given(opened, resolved, closed).when(command).thenRefused('case-closed'));
});
