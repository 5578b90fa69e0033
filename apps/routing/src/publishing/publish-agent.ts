import { AGENT_CAPACITY_SET_V1, AGENT_PLACE_TAKEN_V1, AGENT_PRESENCE_SET_V1, type AgentNews } from '@onmaru/contracts';
import { decode, idOf, isTold, type StoredEvent } from '@onmaru/event-sourcing';
import { agents, agentEvents } from '../agent/agent.js';

/** What others see of an agent: whether they take work, and what they were given. */
export const publishAgent = (stored: StoredEvent): AgentNews | null => {
  const event = decode(agents.events, stored);
  if (!isTold(agentEvents, event)) return null;
  const agentId = idOf(stored);
  switch (event.type) {
    case 'AgentPresenceSet':
      return { type: AGENT_PRESENCE_SET_V1, data: { agentId, presence: event.data.presence } };
    case 'AgentCapacitySet':
      return { type: AGENT_CAPACITY_SET_V1, data: { agentId, capacity: event.data.capacity } };
    case 'AgentPlaceTaken':
      return { type: AGENT_PLACE_TAKEN_V1, data: { agentId, caseId: event.data.caseId } };
  }
};
