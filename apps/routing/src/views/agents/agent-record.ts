import { decode, type StoredEvent } from '@onmaru/event-sourcing';
import { agentEvents, type AgentEvent, type Presence } from '../../agent/agent.js';

/** One row of the agents view; who left is not in it. */
export type AgentRecord = {
  readonly tenant: string;
  readonly id: string;
  readonly presence: Presence;
  readonly capacity: number;
  readonly joinedPosition: number;
  readonly revision: number;
  readonly position: number;
};

type Recorded = AgentEvent & Pick<StoredEvent, 'tenant' | 'stream' | 'revision' | 'position'>;

export const foldAgent = (agent: AgentRecord | null, event: Recorded): AgentRecord | null => {
  const { tenant, stream, revision, position } = event;
  switch (event.type) {
    case 'AgentJoined': {
      const { capacity } = event.data;
      return { tenant, id: stream.slice('agent-'.length), presence: 'offline', capacity, joinedPosition: position, revision, position };
    }
    case 'AgentPresenceSet':
      return agent && { ...agent, presence: event.data.presence, revision, position };
    case 'AgentLeft':
      return null;
  }
};

/** An agent's stream as their row; null when they are no agent. */
export const agentIn = (history: readonly StoredEvent[]): AgentRecord | null =>
  history.map((stored): Recorded => ({ ...stored, ...decode(agentEvents, stored) })).reduce(foldAgent, null as AgentRecord | null);
