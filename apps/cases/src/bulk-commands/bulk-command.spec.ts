import { DEFAULT_MATRIX } from '../case-policy/priority-matrix.js';
import type { CasePolicyVersion } from '../case-policy/case-policy.js';
import { evolve, initialState, type Case, type CaseEvent } from '../case/case.js';
import { opened, resolved } from '../case/examples.js';
import { decideAct, idsNamed, type BulkCommand } from './bulk-command.js';

const policy: CasePolicyVersion = { version: 3, matrix: DEFAULT_MATRIX, reopenWindow: 1000, effectiveFrom: null, publishedAt: null };
const at = '2016-02-29T01:16:00.000Z';
const act = (said: Pick<BulkCommand, 'type' | 'data'>): BulkCommand => ({ case: '0000045', commandId: 'one', at, actor: '8', ...said }) as BulkCommand;
const given = (...events: readonly CaseEvent[]): Case => events.reduce(evolve, initialState);
const happens = (said: Pick<BulkCommand, 'type' | 'data'>, current: Case) => decideAct(act(said), policy, 'CS-7', current);

describe('An act of recorded history', () => {
  it('happened at its own time', () =>
    expect(happens({ type: 'CloseCase', data: {} }, given(opened, resolved))).toEqual([{ type: 'CaseClosed', occurredAt: at, data: {} }]));

  it('is prioritised and reopened under the policy of its own moment', () => {
    expect(happens({ type: 'PrioritiseCase', data: { impact: 1, urgency: 2 } }, given(opened))).toMatchObject([{ data: { impact: 1, urgency: 2, priority: 2, policyVersion: 3 } }]);
    const late = { ...act({ type: 'ReopenCase', data: { reason: null } }), at: '2026-03-02T09:00:01.001Z' };
    expect(decideAct(late, policy, '', given(opened, resolved))).toMatchObject({ objection: 'reopen-window-passed' });
    expect(decideAct({ ...late, at: '2026-03-02T09:00:01.000Z' }, policy, '', given(opened, resolved))).toMatchObject([{ type: 'CaseReopened' }]);
  });

  it('opens a case under the number that was taken for it, with nothing where the log says nothing', () =>
    expect(happens({ type: 'OpenCase', data: { externalId: '0000045', channel: 'phone', impact: 2, urgency: 2 } }, initialState)).toMatchObject([
      { type: 'CaseOpened', data: { number: 'CS-7', externalId: '0000045', subject: null, customerId: null, category: null, attributes: {}, queueId: null, policyVersion: 3 } },
    ]));

  it('carries nothing that its kind does not have', () =>
    expect(happens({ type: 'HoldCase', data: { reason: 'vendor', sneaked: true } }, given(opened))).toEqual([{ type: 'CaseHeld', occurredAt: at, data: { reason: 'vendor' } }]));

  it.each([
    [act({ type: 'OpenCase', data: { externalId: '1', channel: 'phone', impact: 2, urgency: 2, customerId: 'ada', queueId: 'network' } }), { customers: ['ada'], queues: ['network'], staff: [] }],
    [act({ type: 'AssignCase', data: { assigneeId: 'jimin' } }), { customers: [], queues: [], staff: ['jimin'] }],
    [act({ type: 'TransferCase', data: { queueId: null } }), { customers: [], queues: [null], staff: [] }],
    [act({ type: 'ResumeCase', data: {} }), { customers: [], queues: [], staff: [] }],
  ])('names others by id: %#', (said, named) => expect(idsNamed(said)).toEqual(named));
});
