import type { Event, EventTypes } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';

export type Presence = 'available' | 'away' | 'offline';
export const PRESENCES = ['available', 'away', 'offline'] as const satisfies readonly Presence[];

/** `capacity`: how many cases routing may give them at once. */
export type AgentJoined = Event<'AgentJoined', { readonly capacity: number }>;
export type AgentLeft = Event<'AgentLeft', object>;
export type AgentPresenceSet = Event<'AgentPresenceSet', { readonly presence: Presence }>;
export type AgentCapacitySet = Event<'AgentCapacitySet', { readonly capacity: number }>;

/** Why an agent who was not offline did not get the case. */
export type PassedOverBecause = 'away' | 'full' | 'returned-it' | 'fewer-free-places' | 'given-work-later' | 'joined-later';

/** Somebody who could be thought of, as they stood then. `places`: how many of their places were taken. */
export type Considered = { readonly agentId: string; readonly places: number; readonly capacity: number };

/**
 * Why this case, now, and why this agent: what was looked at and what was refused. `waiting` counts the cases that
 * waited then, this one included; `openedAt` is the case's.
 */
export type AgentPlaceTaken = Event<
  'AgentPlaceTaken',
  {
    readonly caseId: string;
    readonly queueId: string | null;
    readonly priority: 1 | 2 | 3 | 4;
    readonly openedAt: Instant;
    readonly waiting: number;
    readonly chosen: Considered;
    readonly passedOver: readonly (Considered & { readonly because: PassedOverBecause })[];
  }
>;

/** `done`: resolved, closed or cancelled. `waits-again`: the agent gave it back, or it was opened again before they had it. */
export type FreedBecause = 'done' | 'assigned-to-another' | 'waits-again';

export type AgentPlaceFreed = Event<'AgentPlaceFreed', { readonly caseId: string; readonly because: FreedBecause }>;

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
