import { DEFAULT_MATRIX } from '../case-policy/priority-matrix.js';
import type { CasePolicyVersion } from '../case-policy/case-policy.js';
import { historicCommand, idsNamed, type BulkCommand } from './bulk-command.js';

const policy: CasePolicyVersion = { version: 3, matrix: DEFAULT_MATRIX, reopenWindow: 1000, effectiveFrom: null, publishedAt: null };
const at = '2016-02-29T01:16:00.000Z';
const act = (said: Pick<BulkCommand, 'type' | 'data'>): BulkCommand => ({ case: '0000045', commandId: 'one', at, actor: '8', ...said }) as BulkCommand;
const command = (said: Pick<BulkCommand, 'type' | 'data'>) => historicCommand(act(said), policy, 'CS-7');

describe('An act of recorded history', () => {
  it('happened at its own time, and is taken whatever today’s policy says', () =>
    expect(command({ type: 'CloseCase', data: {} })).toEqual({ type: 'CloseCase', at, history: true, data: {} }));

  it('is prioritised and reopened under the policy of its own moment', () => {
    expect(command({ type: 'PrioritiseCase', data: { impact: 1, urgency: 2 } }).data).toEqual({ impact: 1, urgency: 2, matrix: DEFAULT_MATRIX, policyVersion: 3 });
    expect(command({ type: 'ReopenCase', data: { reason: null } }).data).toEqual({ reason: null, window: 1000 });
  });

  it('opens a case under the number that was taken for it, with nothing where the log says nothing', () =>
    expect(command({ type: 'OpenCase', data: { externalId: '0000045', channel: 'phone', impact: 2, urgency: 2 } }).data).toMatchObject({
      ...{ number: 'CS-7', externalId: '0000045', subject: null, customerId: null, category: null, attributes: {}, queueId: null, policyVersion: 3 },
    }));

  it('carries nothing that its kind does not have', () =>
    expect(command({ type: 'HoldCase', data: { reason: 'vendor', sneaked: true } }).data).toEqual({ reason: 'vendor' }));

  it.each([
    [act({ type: 'OpenCase', data: { externalId: '1', channel: 'phone', impact: 2, urgency: 2, customerId: 'ada', queueId: 'network' } }), { customers: ['ada'], queues: ['network'], staff: [] }],
    [act({ type: 'AssignCase', data: { assigneeId: 'jimin' } }), { customers: [], queues: [], staff: ['jimin'] }],
    [act({ type: 'TransferCase', data: { queueId: null } }), { customers: [], queues: [null], staff: [] }],
    [act({ type: 'ResumeCase', data: {} }), { customers: [], queues: [], staff: [] }],
  ])('names others by id: %#', (said, named) => expect(idsNamed(said)).toEqual(named));
});
