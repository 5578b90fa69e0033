import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { heldForCustomer, heldForVendor, now, opened, resolved } from '../examples.js';
import { holdCase } from './hold-case.js';

const { given } = specFor(cases, holdCase);
const command = { at: now, data: { reason: 'vendor' } } as const;
const became = { type: 'CaseHeld', occurredAt: now, data: { reason: 'vendor' } } as const;

describe('Put a case on hold', () => {
  it('says what is waited for', () =>
    given(opened).when(command).then(became));

  it('changes nothing when that is waited for already', () =>
    given(opened, heldForVendor).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));

  it('changes what is waited for', () =>
    given(opened, heldForCustomer).when(command).then(became));
});
