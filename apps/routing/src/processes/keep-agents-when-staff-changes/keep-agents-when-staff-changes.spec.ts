import { keepAgents } from './keep-agents-when-staff-changes.js';

const time = '2026-03-01T09:00:00.000Z';
const hired = { userId: 'u1', name: null, email: null, role: 'agent', externalId: null, capacity: 8 } as const;

describe('Keep the agents when the staff changes', () => {
  it('lets whoever is hired join, with the capacity they were hired for', () =>
    expect(keepAgents({ type: 'identity.staff-hired.v1', time, data: hired })).toEqual({ type: 'JoinAgent', at: time, data: { capacity: 8 } }));

  it('lets whoever is disabled leave', () =>
    expect(keepAgents({ type: 'identity.staff-disabled.v1', time, data: { userId: 'u1' } })).toEqual({ type: 'LeaveAgent', at: time, data: {} }));

  it('lets whoever is enabled come back as they were', () =>
    expect(keepAgents({ type: 'identity.staff-enabled.v1', time, data: { userId: 'u1' } })).toEqual({ type: 'JoinAgent', at: time, data: { capacity: null } }));
});
