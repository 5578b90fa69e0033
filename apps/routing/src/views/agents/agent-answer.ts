import type { StateLeft } from '@onmaru/event-sourcing';
import type { Agent } from '../../agent/agent.js';
import type { AgentRecord } from './agent-record.js';

/** An agent as the API shows them, from their row. */
export const agentAnswer = ({ id, revision, presence, places, capacity }: AgentRecord) => ({ id, revision, presence, places, capacity });

/** The same from what their stream adds up to, of somebody who must not have left. */
export const agentAnswerAfter = (id: string, { revision, state }: StateLeft<Agent>): ReturnType<typeof agentAnswer> => {
  if (state.state !== 'here') throw new Error('This is no agent');
  return { id, revision, presence: state.presence, places: state.places.length, capacity: state.capacity };
};
