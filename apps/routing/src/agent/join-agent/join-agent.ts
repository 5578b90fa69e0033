import type { Command } from '@onmaru/event-sourcing';
import type { Agent, AgentJoined, Decision } from '../agent.js';

export type JoinAgent = Command<'JoinAgent', { readonly capacity: number }>;

export const joinAgent = ({ at, data: { capacity } }: JoinAgent, current: Agent): Decision<AgentJoined> => {
  if (current.state === 'here') return [];
  return [{ type: 'AgentJoined', occurredAt: at, data: { capacity } }];
};
