import type { AgentCapacitySet, AgentJoined, AgentLeft, AgentPlaceFreed, AgentPlaceTaken, AgentPresenceSet } from './agent-events.js';

/** The moment at which specs act, and the facts that they begin with. */
export const at = '2026-03-01T09:00:00.000Z';

export const joined = (capacity: number): AgentJoined => ({ type: 'AgentJoined', occurredAt: at, data: { capacity } });
export const left: AgentLeft = { type: 'AgentLeft', occurredAt: at, data: {} };
export const available: AgentPresenceSet = { type: 'AgentPresenceSet', occurredAt: at, data: { presence: 'available' } };
export const away: AgentPresenceSet = { type: 'AgentPresenceSet', occurredAt: at, data: { presence: 'away' } };
export const capacitySet = (capacity: number): AgentCapacitySet => ({ type: 'AgentCapacitySet', occurredAt: at, data: { capacity } });
export const freed = (caseId: string): AgentPlaceFreed => ({ type: 'AgentPlaceFreed', occurredAt: at, data: { caseId, because: 'done' } });

export const taken = (caseId: string): AgentPlaceTaken => ({
  type: 'AgentPlaceTaken',
  occurredAt: at,
  data: { caseId, queueId: null, priority: 3, openedAt: at, waiting: 1, chosen: { agentId: 'mina', places: 0, capacity: 2 }, passedOver: [] },
});
