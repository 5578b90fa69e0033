import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { heldForVendor, now, opened, started } from '../examples.js';
import { resumeCase } from './resume-case.js';

const { given } = specFor(cases, resumeCase);
const command = { at: now, data: {} } as const;
const became = { type: 'CaseResumed', occurredAt: now, data: {} } as const;

describe('Resume a case', () => {
  it('takes a case off hold', () =>
    given(opened, heldForVendor).when(command).then(became));

  it('changes nothing when it is worked on already', () =>
    given(opened, started).when(command).thenNothing());

  it('is refused for a case that was never on hold', () =>
    given(opened).when(command).thenRefused('case-not-on-hold'));
});
