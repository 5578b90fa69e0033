import { refusals, type Decision as Decided, type Event, type EventTypes } from '@onmaru/event-sourcing';
import type { AgentPlaceFreed, AgentPlaceTaken, Places } from './places.js';

export type Presence = 'available' | 'away' | 'offline';
export const PRESENCES = ['available', 'away', 'offline'] as const satisfies readonly Presence[];

/** `capacity`: how many cases routing may give them at once. */
export type AgentJoined = Event<'AgentJoined', { readonly capacity: number }>;
export type AgentLeft = Event<'AgentLeft', object>;
export type AgentPresenceSet = Event<'AgentPresenceSet', { readonly presence: Presence }>;
export type AgentCapacitySet = Event<'AgentCapacitySet', { readonly capacity: number }>;
export type AgentEvent = AgentJoined | AgentLeft | AgentPresenceSet | AgentCapacitySet | AgentPlaceTaken | AgentPlaceFreed;

export const agentEvents: EventTypes<AgentEvent> = {
  context: 'routing',
  types: {
    AgentJoined: { version: 1 },
    AgentLeft: { version: 1 },
    AgentPresenceSet: { version: 1 },
    AgentCapacitySet: { version: 1 },
    AgentPlaceTaken: { version: 1 },
    AgentPlaceFreed: { version: 1 },
  },
};

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
