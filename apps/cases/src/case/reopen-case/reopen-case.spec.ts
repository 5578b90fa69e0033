import { specFor } from '@onmaru/event-sourcing/testing';
import { days, type Instant } from '@onmaru/time';
import { cases } from '../case.js';
import { cancelled, closed, opened, resolved } from '../examples.js';
import { reopenCase } from './reopen-case.js';

const { given } = specFor(cases, reopenCase);
const reopen = (at: Instant) => ({ at, data: { reason: 'Still no signal', window: days(14) } }) as const;
const reopened = (occurredAt: Instant) => ({ type: 'CaseReopened', occurredAt, data: { customerId: 'ada', reason: 'Still no signal' } }) as const;

describe('Reopen a case', () => {
  it('brings a resolved case back up to 14 days after it was resolved', () =>
    given(opened, resolved).when(reopen('2026-03-16T09:00:00.000Z')).then(reopened('2026-03-16T09:00:00.000Z')));

  it('is refused from the first moment after those 14 days', () =>
    given(opened, resolved).when(reopen('2026-03-16T09:00:00.001Z')).thenRefused('reopen-window-passed'));

  it('counts the days of a closed case from when it was resolved', () =>
    given(opened, resolved, { ...closed, occurredAt: '2026-03-10T09:00:00.000Z' })
      .when(reopen('2026-03-16T09:00:00.001Z'))
      .thenRefused('reopen-window-passed'));

  it('is taken from recorded history however late, and marked', () =>
    given(opened, resolved)
      .whenRecorded(reopen('2026-09-01T09:00:00.000Z'))
      .then({ ...reopened('2026-09-01T09:00:00.000Z'), data: { customerId: 'ada', reason: 'Still no signal', outsidePolicy: 'reopen-window-passed' } }));

  it('changes nothing when the case is already open', () => given(opened).when(reopen('2026-03-02T09:00:00.000Z')).thenNothing());

  it('is refused for a cancelled case', () => given(opened, cancelled).when(reopen('2026-03-02T10:00:00.000Z')).thenRefused('case-cancelled'));
});
