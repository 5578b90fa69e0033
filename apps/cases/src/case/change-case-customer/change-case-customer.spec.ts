import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { now, opened, resolved } from '../examples.js';
import { changeCaseCustomer } from './change-case-customer.js';

const { given } = specFor(cases, changeCaseCustomer);
const command = { at: now, data: { customerId: 'grace' } } as const;
const became = { type: 'CaseCustomerChanged', occurredAt: now, data: { customerId: 'grace' } } as const;

describe('Change the customer of a case', () => {
  it('gives it to another customer', () =>
    given(opened).when(command).then(became));

  it('changes nothing when it is theirs already', () =>
    given(opened, became).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));
});
