import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { now, opened, resolved, transferred } from '../examples.js';
import { transferCase } from './transfer-case.js';

const { given } = specFor(cases, transferCase);
const command = { at: now, data: { queueId: 'network' } } as const;
const became = { type: 'CaseTransferred', occurredAt: now, data: { queueId: 'network' } } as const;

describe('Transfer a case', () => {
  it('moves it to another queue', () =>
    given(opened).when(command).then(became));

  it('changes nothing when it lies there already', () =>
    given(opened, transferred).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));

  it('moves it out of every queue where history does not name the group', () =>
    given(opened, transferred).whenRecorded({ ...command, data: { queueId: null } }).then({ ...became, data: { queueId: null } }));
});
