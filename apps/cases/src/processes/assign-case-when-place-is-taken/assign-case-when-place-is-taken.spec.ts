import { evolve, initialState } from '../../case/case.js';
import { opened } from '../../case/examples.js';
import { assignWhenPlaceIsTaken } from './assign-case-when-place-is-taken.js';

describe('Assign a case when a place is taken for it', () => {
  it('gives it to the agent whose place it is, from that moment on', () =>
    expect(assignWhenPlaceIsTaken({ time: '2026-03-01T09:00:00.000Z', data: { agentId: 'mina', caseId: 'c1' } }, evolve(initialState, opened))).toEqual([
      { type: 'CaseAssigned', occurredAt: '2026-03-01T09:00:00.000Z', data: { assigneeId: 'mina' } },
    ]));
});
