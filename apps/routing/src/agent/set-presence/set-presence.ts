import type { Command } from '@onmaru/event-sourcing';
import { refuse, type Agent, type Decision } from '../agent.js';
import { type AgentPresenceSet, type Presence } from '../agent-events.js';

export type SetPresence = Command<'SetPresence', { readonly presence: Presence }>;

export const setPresence = ({ at, data: { presence } }: SetPresence, current: Agent): Decision<AgentPresenceSet> => {
  if (current.state !== 'here') return refuse('agent-not-found');
  if (current.presence === presence) return [];
  return [{ type: 'AgentPresenceSet', occurredAt: at, data: { presence } }];
};
