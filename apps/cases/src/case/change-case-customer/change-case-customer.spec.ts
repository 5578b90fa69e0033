import { specFor } from '@onmaru/event-sourcing/testing';
import { caseDecider } from '../decider.js';
import { now, opened, resolved } from '../examples.js';

const { given } = specFor(caseDecider);
const command = { type: 'ChangeCaseCustomer', at: now, data: { customerId: 'grace' } } as const;
const became = { type: 'CaseCustomerChanged', occurredAt: now, data: { customerId: 'grace' } } as const;

describe('Change the customer of a case', () => {
  it('gives it to another customer', () =>
    given(opened).when(command).then(became));

  it('changes nothing when it is theirs already', () =>
    given(opened, became).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));

  it('is taken from recorded history all the same, and marked', () =>
    given(opened, resolved).when({ ...command, history: true }).then({ ...became, data: { ...became.data, outsidePolicy: 'case-not-open' } }));

  it('is refused for a case nobody opened', () =>
    given().when(command).thenRefused('case-not-found'));
});
