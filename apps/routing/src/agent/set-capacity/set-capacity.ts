import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Agent, Decision, Happened } from '../agent.js';

export type SetCapacity = Command<Happened<'AgentCapacitySet'>['data']>;

/** A smaller capacity takes no case away: it holds from the next one on. */
export const setCapacity = ({ at, data: { capacity } }: SetCapacity, current: Agent): Decision<'AgentCapacitySet'> => {
  if (current.state !== 'here') return refuse('agent-not-found');
  if (current.capacity === capacity) return [];
  return [{ type: 'AgentCapacitySet', occurredAt: at, data: { capacity } }];
};
