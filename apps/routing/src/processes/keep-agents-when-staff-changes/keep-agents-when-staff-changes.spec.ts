import { evolve, initialState } from '../../agent/agent.js';
import { joined, left } from '../../agent/examples.js';
import { keepAgents } from './keep-agents-when-staff-changes.js';

const time = '2026-03-01T09:00:00.000Z';
const hired = { userId: 'u1', name: null, email: null, role: 'agent', externalId: null, capacity: 8 } as const;
const given = (...events: readonly Parameters<typeof evolve>[1][]) => events.reduce(evolve, initialState);

describe('Keep the agents when the staff changes', () => {
  it('lets whoever is hired join, with the capacity they were hired for', () =>
    expect(keepAgents({ type: 'identity.staff-hired.v1', time, data: hired }, given())).toEqual([{ type: 'AgentJoined', occurredAt: time, data: { capacity: 8 } }]));

  it('lets whoever is disabled leave', () =>
    expect(keepAgents({ type: 'identity.staff-disabled.v1', time, data: { userId: 'u1' } }, given(joined(8)))).toEqual([{ type: 'AgentLeft', occurredAt: time, data: {} }]));

  it('lets whoever is enabled come back as they were', () =>
    expect(keepAgents({ type: 'identity.staff-enabled.v1', time, data: { userId: 'u1' } }, given(joined(8), left))).toEqual([{ type: 'AgentJoined', occurredAt: time, data: { capacity: 8 } }]));
});
