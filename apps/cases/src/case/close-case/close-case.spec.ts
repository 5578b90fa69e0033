import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { closed, now, opened, resolved } from '../examples.js';
import { closeCase } from './close-case.js';

const { given } = specFor(cases, closeCase);
const command = { at: now, data: {} } as const;
const became = { type: 'CaseClosed', occurredAt: now, data: {} } as const;

describe('Close a case', () => {
  it('seals a resolved case', () =>
    given(opened, resolved).when(command).then(became));

  it('changes nothing when it is closed already', () =>
    given(opened, resolved, closed).when(command).thenNothing());

  it('is refused before the case is resolved', () =>
    given(opened).when(command).thenRefused('case-not-resolved'));

  it('is taken from recorded history before it was resolved, and marked', () =>
    given(opened).whenRecorded(command).then({ ...became, data: { outsidePolicy: 'case-not-resolved' } }));
});
