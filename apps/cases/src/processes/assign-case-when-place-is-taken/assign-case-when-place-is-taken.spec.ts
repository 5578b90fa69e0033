import { assignCase } from './assign-case-when-place-is-taken.js';

describe('Assign a case when a place is taken for it', () => {
  it('gives it to the agent whose place it is, from that moment on', () =>
    expect(assignCase({ time: '2026-03-01T09:00:00.000Z', data: { agentId: 'mina', caseId: 'c1' } })).toEqual({
      type: 'HandOutCase',
      at: '2026-03-01T09:00:00.000Z',
      data: { assigneeId: 'mina' },
    }));
});
