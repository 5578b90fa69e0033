import type { StoredEvent } from '@onmaru/event-sourcing';
import { agentIn, type AgentRecord } from './agent-record.js';

/** An agent as the API shows them, from their row or from their stream, in which they must not have left. */
export const agentAnswer = (from: AgentRecord | readonly StoredEvent[]) => {
  const record = 'tenant' in from ? from : agentIn(from);
  if (!record || record.hasLeft) throw new Error('This is no agent');
  const { id, revision, presence, places, capacity } = record;
  return { id, revision, presence, places, capacity };
};
