import { refusals, type Decision as Decided } from '@onmaru/event-sourcing';
import type { AgentEvent, AgentJoined, Presence } from './agent-events.js';

/** The cases that routing has given an agent and that are not done: each takes a place, and there are as many as their capacity. */
export type Places = readonly string[];

export type Agent =
  | { readonly state: 'unknown' }
  | { readonly state: 'gone'; readonly capacity: number; readonly places: Places }
  | { readonly state: 'here'; readonly capacity: number; readonly presence: Presence; readonly places: Places };

export type AgentRefusal = 'agent-not-found' | 'agent-not-available' | 'agent-at-capacity';
export const refuse = refusals<AgentRefusal>();
export type Decision<E extends AgentEvent> = Decided<E, AgentRefusal>;

export const initialState: Agent = { state: 'unknown' };

export const evolve = (current: Agent, event: AgentEvent): Agent => {
  if (event.type === 'AgentJoined') {
    return { state: 'here', capacity: event.data.capacity, presence: 'offline', places: current.state === 'gone' ? current.places : [] };
  }
  return current.state === 'unknown' ? current : evolveKnown(current, event);
};

type Known = Exclude<Agent, { state: 'unknown' }>;

const evolveKnown = (current: Known, event: Exclude<AgentEvent, AgentJoined>): Known => {
  switch (event.type) {
    case 'AgentLeft':
      return { state: 'gone', capacity: current.capacity, places: current.places };
    case 'AgentPresenceSet':
      return current.state === 'here' ? { ...current, presence: event.data.presence } : current;
    case 'AgentCapacitySet':
      return { ...current, capacity: event.data.capacity };
    case 'AgentPlaceTaken':
      return { ...current, places: [...current.places, event.data.caseId] };
    case 'AgentPlaceFreed':
      return { ...current, places: current.places.filter((caseId) => caseId !== event.data.caseId) };
  }
};
