import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { now, opened, policy, resolved } from '../examples.js';
import { prioritiseCase } from './prioritise-case.js';

const { given } = specFor(cases, prioritiseCase);
const command = { at: now, data: { impact: 1, urgency: 2, ...policy } } as const;
const became = { type: 'CasePrioritised', occurredAt: now, data: { impact: 1, urgency: 2, priority: 2, policyVersion: 1 } } as const;

describe('Prioritise a case', () => {
  it('reads the priority from the matrix in force', () =>
    given(opened).when(command).then(became));

  it('changes nothing when impact and urgency are so already', () =>
    given(opened, became).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));
});
