import { refusals, type Decision as Decided, type Event, type EventTypes } from '@onmaru/event-sourcing';

export type Presence = 'available' | 'away' | 'offline';
export const PRESENCES = ['available', 'away', 'offline'] as const satisfies readonly Presence[];

/** `capacity`: how many cases routing may give them at once. */
export type AgentJoined = Event<'AgentJoined', { readonly capacity: number }>;
export type AgentLeft = Event<'AgentLeft', object>;
export type AgentPresenceSet = Event<'AgentPresenceSet', { readonly presence: Presence }>;
export type AgentEvent = AgentJoined | AgentLeft | AgentPresenceSet;

export const agentEvents: EventTypes<AgentEvent> = {
  context: 'routing',
  types: { AgentJoined: { version: 1 }, AgentLeft: { version: 1 }, AgentPresenceSet: { version: 1 } },
};

export type Agent =
  | { readonly state: 'unknown' }
  | { readonly state: 'gone'; readonly capacity: number }
  | { readonly state: 'here'; readonly capacity: number; readonly presence: Presence };

export type AgentRefusal = 'agent-not-found';
export const refuse = refusals<AgentRefusal>();
export type Decision<E extends AgentEvent> = Decided<E, AgentRefusal>;

export const initialState: Agent = { state: 'unknown' };

export const evolve = (current: Agent, event: AgentEvent): Agent => {
  switch (event.type) {
    case 'AgentJoined':
      return { state: 'here', capacity: event.data.capacity, presence: 'offline' };
    case 'AgentLeft':
      return current.state === 'here' ? { state: 'gone', capacity: current.capacity } : current;
    case 'AgentPresenceSet':
      return current.state === 'here' ? { ...current, presence: event.data.presence } : current;
  }
};
