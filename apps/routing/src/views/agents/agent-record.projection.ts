import type { View } from '@onmaru/read-models';
import { agentEvents, type AgentEvent } from '../../agent/agent-events.js';
import { foldAgent, type AgentRecord } from './agent-record.js';
import { AgentRow } from './agent-record.entity.js';

export const agentsView: View<AgentRecord, AgentEvent> = {
  name: 'agents',
  entity: AgentRow,
  events: agentEvents,
  category: 'agent',
  key: ({ stream }) => stream.slice('agent-'.length),
  fold: foldAgent,
};
