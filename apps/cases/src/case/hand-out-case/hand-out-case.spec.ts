import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { assigned, heldForVendor, now, opened, resolved, started } from '../examples.js';
import { handOutCase } from './hand-out-case.js';

const { given } = specFor(cases, handOutCase);
const handOut = (assigneeId: string) => ({ at: now, data: { assigneeId } }) as const;
const became = { type: 'CaseAssigned', occurredAt: now, data: { assigneeId: 'doyun' } } as const;

describe('Hand out a case', () => {
  it('gives a case that waits to whom routing has chosen', () => given(opened).when(handOut('doyun')).then(became));

  it('gives them a case in progress that nobody has', () => given(opened, started).when(handOut('doyun')).then(became));

  it('gives them a case on hold: it is theirs when it goes on', () => given(opened, heldForVendor).when(handOut('doyun')).then(became));

  it('takes it from nobody: a person was quicker', () => given(opened, assigned).when(handOut('doyun')).thenRefused('case-already-assigned'));

  it('changes nothing when it is theirs already', () => given(opened, assigned).when(handOut('jimin')).thenNothing());

  it('is refused once the case is resolved', () => given(opened, resolved).when(handOut('doyun')).thenRefused('case-not-open'));

  it('is refused for a case nobody opened', () => given().when(handOut('doyun')).thenRefused('case-not-found'));
});
