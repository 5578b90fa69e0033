import type { Command } from '@onmaru/event-sourcing';
import type { Agent, Decision } from '../agent.js';

/** How many cases at once, for whom nobody said it. */
export const DEFAULT_CAPACITY = 5;

/** `capacity` null: the one they had before. */
export type JoinAgent = Command<{ readonly capacity: number | null }>;

export const joinAgent = ({ at, data }: JoinAgent, current: Agent): Decision<'AgentJoined'> => {
  if (current.state === 'here') return [];
  const before = current.state === 'gone' ? current.capacity : DEFAULT_CAPACITY;
  return [{ type: 'AgentJoined', occurredAt: at, data: { capacity: data.capacity ?? before } }];
};
