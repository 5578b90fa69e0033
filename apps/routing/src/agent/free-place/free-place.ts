import type { Command } from '@onmaru/event-sourcing';
import type { Agent, Decision } from '../agent.js';
import type { AgentPlaceFreed } from '../agent-events.js';

export type FreePlace = Command<'FreePlace', AgentPlaceFreed['data']>;

export const freePlace = ({ at, data }: FreePlace, current: Agent): Decision<AgentPlaceFreed> => {
  if (current.state === 'unknown' || !current.places.includes(data.caseId)) return [];
  return [{ type: 'AgentPlaceFreed', occurredAt: at, data }];
};
