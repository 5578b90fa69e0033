import type { Command } from '@onmaru/event-sourcing';
import { refuse, type Agent, type Decision } from '../agent.js';
import { type AgentCapacitySet } from '../agent-events.js';

export type SetCapacity = Command<'SetCapacity', AgentCapacitySet['data']>;

/** A smaller capacity takes no case away: it holds from the next one on. */
export const setCapacity = ({ at, data: { capacity } }: SetCapacity, current: Agent): Decision<AgentCapacitySet> => {
  if (current.state !== 'here') return refuse('agent-not-found');
  if (current.capacity === capacity) return [];
  return [{ type: 'AgentCapacitySet', occurredAt: at, data: { capacity } }];
};
