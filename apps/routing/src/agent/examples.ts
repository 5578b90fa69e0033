import type { Happened } from './agent.js';

/** The moment at which specs act, and the facts that they begin with. */
export const at = '2026-03-01T09:00:00.000Z';

export const joined = (capacity: number): Happened<'AgentJoined'> => ({ type: 'AgentJoined', occurredAt: at, data: { capacity } });
export const left: Happened<'AgentLeft'> = { type: 'AgentLeft', occurredAt: at, data: {} };
export const available: Happened<'AgentPresenceSet'> = { type: 'AgentPresenceSet', occurredAt: at, data: { presence: 'available' } };
export const away: Happened<'AgentPresenceSet'> = { type: 'AgentPresenceSet', occurredAt: at, data: { presence: 'away' } };
export const capacitySet = (capacity: number): Happened<'AgentCapacitySet'> => ({ type: 'AgentCapacitySet', occurredAt: at, data: { capacity } });
export const freed = (caseId: string): Happened<'AgentPlaceFreed'> => ({ type: 'AgentPlaceFreed', occurredAt: at, data: { caseId, because: 'done' } });

export const taken = (caseId: string): Happened<'AgentPlaceTaken'> => ({
  type: 'AgentPlaceTaken',
  occurredAt: at,
  data: { caseId, queueId: null, priority: 3, openedAt: at, waiting: 1, chosen: { agentId: 'mina', places: 0, capacity: 2 }, passedOver: [] },
});
