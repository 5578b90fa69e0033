import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { closed, heldForVendor, now, opened, resolved } from '../examples.js';
import { resolveCase } from './resolve-case.js';

const { given } = specFor(cases, resolveCase);
const command = { at: now, data: { resolution: 'New SIM', code: '6' } } as const;
const became = { type: 'CaseResolved', occurredAt: now, data: { customerId: 'ada', resolution: 'New SIM', code: '6' } } as const;

describe('Resolve a case', () => {
  it('says what solved it', () =>
    given(opened).when(command).then(became));

  it('is possible straight from hold', () =>
    given(opened, heldForVendor).when(command).then(became));

  it('changes nothing when it is resolved already', () =>
    given(opened, resolved).when(command).thenNothing());

  it('is refused once the case is closed', () =>
    given(opened, resolved, closed).when(command).thenRefused('case-not-open'));
});
