import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { assigned, now, opened, resolved } from '../examples.js';
import { assignCase } from './assign-case.js';

const { given } = specFor(cases, assignCase);
const command = { at: now, data: { assigneeId: 'jimin' } } as const;
const became = { type: 'CaseAssigned', occurredAt: now, data: { assigneeId: 'jimin' } } as const;

describe('Assign a case', () => {
  it('gives it to one member of staff', () =>
    given(opened).when(command).then(became));

  it('changes nothing when it is theirs already', () =>
    given(opened, assigned).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));

  it('takes it from whoever had it', () =>
    given(opened, assigned).when({ ...command, data: { assigneeId: 'doyun' } }).then({ ...became, data: { assigneeId: 'doyun' } }));
});
