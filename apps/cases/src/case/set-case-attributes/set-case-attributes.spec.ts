import { specFor } from '@onmaru/event-sourcing/testing';
import { caseDecider } from '../decider.js';
import { now, opened, resolved } from '../examples.js';

const { given } = specFor(caseDecider);
const command = { type: 'SetCaseAttributes', at: now, data: { attributes: { product: 'Phone', site: 'Seoul' } } } as const;
const became = { type: 'CaseAttributesSet', occurredAt: now, data: { attributes: { site: 'Seoul' } } } as const;

describe('Set attributes of a case', () => {
  it('records only what is different', () =>
    given(opened).when(command).then(became));

  it('changes nothing when every value is so already', () =>
    given(opened, became).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));

  it('is taken from recorded history all the same, and marked', () =>
    given(opened, resolved).when({ ...command, history: true }).then({ ...became, data: { ...became.data, outsidePolicy: 'case-not-open' } }));

  it('is refused for a case nobody opened', () =>
    given().when(command).thenRefused('case-not-found'));
});
