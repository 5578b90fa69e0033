import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { assigned, now, opened, resolved } from '../examples.js';
import { unassignCase } from './unassign-case.js';

const { given } = specFor(cases, unassignCase);
const command = { at: now, data: {} } as const;
const became = { type: 'CaseUnassigned', occurredAt: now, data: {} } as const;

describe('Unassign a case', () => {
  it('leaves it to nobody', () =>
    given(opened, assigned).when(command).then(became));

  it('changes nothing when nobody has it', () =>
    given(opened).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, assigned, resolved).when(command).thenRefused('case-not-open'));
});
