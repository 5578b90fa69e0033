import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { cancelled, now, opened, resolved } from '../examples.js';
import { cancelCase } from './cancel-case.js';

const { given } = specFor(cases, cancelCase);
const command = { at: now, data: { reason: 'Sent twice' } } as const;
const became = { type: 'CaseCancelled', occurredAt: now, data: { customerId: 'ada', reason: 'Sent twice' } } as const;

describe('Cancel a case', () => {
  it('ends a case that needs no work', () =>
    given(opened).when(command).then(became));

  it('changes nothing when it is cancelled already', () =>
    given(opened, cancelled).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));
});
