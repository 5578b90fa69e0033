import { specFor } from '@onmaru/event-sourcing/testing';
import { caseDecider } from '../decider.js';
import { now, opened, resolved, transferred } from '../examples.js';

const { given } = specFor(caseDecider);
const command = { type: 'TransferCase', at: now, data: { queueId: 'network' } } as const;
const became = { type: 'CaseTransferred', occurredAt: now, data: { queueId: 'network' } } as const;

describe('Transfer a case', () => {
  it('moves it to another queue', () =>
    given(opened).when(command).then(became));

  it('changes nothing when it lies there already', () =>
    given(opened, transferred).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));

  it('is taken from recorded history all the same, and marked', () =>
    given(opened, resolved).when({ ...command, history: true }).then({ ...became, data: { ...became.data, outsidePolicy: 'case-not-open' } }));

  it('moves it out of every queue where history does not name the group', () =>
    given(opened, transferred).when({ ...command, history: true, data: { queueId: null } }).then({ ...became, data: { queueId: null } }));

  it('is refused for a case nobody opened', () =>
    given().when(command).thenRefused('case-not-found'));
});
