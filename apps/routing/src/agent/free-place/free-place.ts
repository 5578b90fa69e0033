import type { Command } from '@onmaru/event-sourcing';
import type { Agent, Decision, Happened } from '../agent.js';

export type FreePlace = Command<Happened<'AgentPlaceFreed'>['data']>;

export const freePlace = ({ at, data }: FreePlace, current: Agent): Decision<'AgentPlaceFreed'> => {
  if (current.state === 'unknown' || !current.places.includes(data.caseId)) return [];
  return [{ type: 'AgentPlaceFreed', occurredAt: at, data }];
};
