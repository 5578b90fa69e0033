import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { heldForVendor, now, opened, resolved, started } from '../examples.js';
import { startWork } from './start-work.js';

const { given } = specFor(cases, startWork);
const command = { at: now, data: {} } as const;
const became = { type: 'CaseWorkStarted', occurredAt: now, data: {} } as const;

describe('Start work on a case', () => {
  it('takes a new case in hand', () =>
    given(opened).when(command).then(became));

  it('changes nothing when work has begun', () =>
    given(opened, started).when(command).thenNothing());

  it('is refused while the case is on hold: that is resumed', () =>
    given(opened, heldForVendor).when(command).thenRefused('case-on-hold'));

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));
});
