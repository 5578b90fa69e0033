import type { Command } from '@onmaru/event-sourcing';
import type { Agent, Decision } from '../agent.js';

export type LeaveAgent = Command;

export const leaveAgent = ({ at }: LeaveAgent, current: Agent): Decision<'AgentLeft'> => {
  if (current.state !== 'here') return [];
  return [{ type: 'AgentLeft', occurredAt: at, data: {} }];
};
