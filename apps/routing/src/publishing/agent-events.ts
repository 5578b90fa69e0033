import {
  AGENT_CAPACITY_SET_V1,
  AGENT_PLACE_TAKEN_V1,
  AGENT_PRESENCE_SET_V1,
  type AgentCapacitySetV1,
  type AgentPlaceTakenV1,
  type AgentPresenceSetV1,
} from '@onmaru/contracts';
import { decode, idOf, type StoredEvent } from '@onmaru/event-sourcing';
import { agentEvents } from '../agent/agent.js';

export type PublishedAgentEvent =
  | { readonly type: typeof AGENT_PRESENCE_SET_V1; readonly data: AgentPresenceSetV1 }
  | { readonly type: typeof AGENT_CAPACITY_SET_V1; readonly data: AgentCapacitySetV1 }
  | { readonly type: typeof AGENT_PLACE_TAKEN_V1; readonly data: AgentPlaceTakenV1 };

/** What others see of an agent: whether they take work, and what they were given. */
export const publishAgent = (stored: StoredEvent): PublishedAgentEvent | null => {
  const event = decode(agentEvents, stored);
  const agentId = idOf(stored);
  switch (event.type) {
    case 'AgentPresenceSet':
      return { type: AGENT_PRESENCE_SET_V1, data: { agentId, presence: event.data.presence } };
    case 'AgentCapacitySet':
      return { type: AGENT_CAPACITY_SET_V1, data: { agentId, capacity: event.data.capacity } };
    case 'AgentPlaceTaken':
      return { type: AGENT_PLACE_TAKEN_V1, data: { agentId, caseId: event.data.caseId } };
    case 'AgentJoined':
    case 'AgentLeft':
    case 'AgentPlaceFreed':
      return null;
  }
};
