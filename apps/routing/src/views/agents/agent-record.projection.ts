import type { View } from '@onmaru/read-models';
import { agents, type AgentEvent } from '../../agent/agent.js';
import { foldAgent, type AgentRecord } from './agent-record.js';
import { AgentRow } from './agent-record.entity.js';

export const agentsView: View<AgentRecord, AgentEvent> = {
  name: 'agents',
  entity: AgentRow,
  of: agents,
  fold: foldAgent,
  recorded: ['lastGivenPosition', 'joinedPosition', 'position'],
};
