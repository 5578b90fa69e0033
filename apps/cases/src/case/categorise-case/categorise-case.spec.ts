import { specFor } from '@onmaru/event-sourcing/testing';
import { caseDecider } from '../decider.js';
import { categorised, now, opened, resolved } from '../examples.js';

const { given } = specFor(caseDecider);
const command = { type: 'CategoriseCase', at: now, data: { category: 'Network', subcategory: null } } as const;
const became = { type: 'CaseCategorised', occurredAt: now, data: { category: 'Network', subcategory: null } } as const;

describe('Categorise a case', () => {
  it('puts it under a category', () =>
    given(opened).when(command).then(became));

  it('changes nothing when it is there already', () =>
    given(opened, categorised).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));

  it('is taken from recorded history all the same, and marked', () =>
    given(opened, resolved).when({ ...command, history: true }).then({ ...became, data: { ...became.data, outsidePolicy: 'case-not-open' } }));

  it('is refused for a case nobody opened', () =>
    given().when(command).thenRefused('case-not-found'));
});
