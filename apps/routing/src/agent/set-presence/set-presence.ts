import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Agent, Decision, Presence } from '../agent.js';

export type SetPresence = Command<{ readonly presence: Presence }>;

export const setPresence = ({ at, data: { presence } }: SetPresence, current: Agent): Decision<'AgentPresenceSet'> => {
  if (current.state !== 'here') return refuse('agent-not-found');
  if (current.presence === presence) return [];
  return [{ type: 'AgentPresenceSet', occurredAt: at, data: { presence } }];
};
