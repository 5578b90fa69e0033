import { type Event, type EventOf, type EventTypes, type Aggregate, type Decision as Decided } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';

export type Presence = 'available' | 'away' | 'offline';
export const PRESENCES = ['available', 'away', 'offline'] as const satisfies readonly Presence[];

/** Why an agent who was not offline did not get the case. */
export type PassedOverBecause = 'away' | 'full' | 'returned-it' | 'fewer-free-places' | 'given-work-later' | 'joined-later';

/** Somebody who could be thought of, as they stood then. `places`: how many of their places were taken. */
export type Considered = { readonly agentId: string; readonly places: number; readonly capacity: number };

/** `done`: resolved, closed or cancelled. `waits-again`: the agent gave it back, or it was opened again before they had it. */
export type FreedBecause = 'done' | 'assigned-to-another' | 'waits-again';

/**
 * Why this case, now, and why this agent: what was looked at and what was refused. `waiting` counts the cases that
 * waited then, this one included; `openedAt` is the case's.
 */
export type AgentPlaceTakenData = {
  readonly caseId: string;
  readonly queueId: string | null;
  readonly priority: 1 | 2 | 3 | 4;
  readonly openedAt: Instant;
  readonly waiting: number;
  readonly chosen: Considered;
  readonly passedOver: readonly (Considered & { readonly because: PassedOverBecause })[];
};

export type AgentEvent =
  /** `capacity`: how many cases routing may give them at once. */
  | Event<'AgentJoined', { readonly capacity: number }>
  | Event<'AgentLeft', object>
  | Event<'AgentPresenceSet', { readonly presence: Presence }>
  | Event<'AgentCapacitySet', { readonly capacity: number }>
  | Event<'AgentPlaceTaken', AgentPlaceTakenData>
  | Event<'AgentPlaceFreed', { readonly caseId: string; readonly because: FreedBecause }>;
export type Happened<Type extends AgentEvent['type']> = EventOf<AgentEvent, Type>;

export const agentEvents = {
  context: 'routing',
  types: {
    AgentJoined: { version: 1 },
    AgentLeft: { version: 1 },
    AgentPresenceSet: { version: 1, told: true },
    AgentCapacitySet: { version: 1, told: true },
    AgentPlaceTaken: { version: 1, told: true },
    AgentPlaceFreed: { version: 1 },
  },
} as const satisfies EventTypes<AgentEvent>;

/** The cases that routing has given an agent and that are not done: each takes a place, and there are as many as their capacity. */
export type Places = readonly string[];

export type Agent =
  | { readonly state: 'unknown' }
  | { readonly state: 'gone'; readonly capacity: number; readonly places: Places }
  | { readonly state: 'here'; readonly capacity: number; readonly presence: Presence; readonly places: Places };

export type AgentRefusal = 'agent-not-found' | 'agent-not-available' | 'agent-at-capacity';
export type Decision<Type extends AgentEvent['type']> = Decided<Happened<Type>, AgentRefusal>;

export const initialState: Agent = { state: 'unknown' };

export const evolve = (current: Agent, event: AgentEvent): Agent => {
  if (event.type === 'AgentJoined') {
    return { state: 'here', capacity: event.data.capacity, presence: 'offline', places: current.state === 'gone' ? current.places : [] };
  }
  return current.state === 'unknown' ? current : evolveKnown(current, event);
};

type Known = Exclude<Agent, { state: 'unknown' }>;

const evolveKnown = (current: Known, event: Exclude<AgentEvent, Happened<'AgentJoined'>>): Known => {
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

/** Each case that is handed out is two events of an agent, for as long as they work: snapshots, of this shape of {@link Agent}. */
export const agents: Aggregate<Agent, AgentEvent> = { category: 'agent', events: agentEvents, initialState, evolve, snapshots: { shape: 1 } };
