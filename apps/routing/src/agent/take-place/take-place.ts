import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Agent, Decision, Happened } from '../agent.js';

export type TakePlace = Command<Happened<'AgentPlaceTaken'>['data']>;

/** The one rule that work handed out never passes: no agent holds more places than their capacity. */
export const takePlace = ({ at, data }: TakePlace, current: Agent): Decision<'AgentPlaceTaken'> => {
  if (current.state !== 'here') return refuse('agent-not-found');
  if (current.places.includes(data.caseId)) return [];
  if (current.presence !== 'available') return refuse('agent-not-available');
  if (current.places.length >= current.capacity) return refuse('agent-at-capacity');
  return [{ type: 'AgentPlaceTaken', occurredAt: at, data }];
};
