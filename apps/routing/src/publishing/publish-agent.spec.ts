import type { StoredEvent } from '@onmaru/event-sourcing';
import { available, capacitySet, freed, joined, left, taken } from '../agent/examples.js';
import type { AgentEvent } from '../agent/agent.js';
import { publishAgent } from './publish-agent.js';

const published = ({ type, ...event }: AgentEvent) => publishAgent({ ...event, stream: 'agent-mina', type: `routing.${type}.v1` } as unknown as StoredEvent);

describe('What others hear of an agent', () => {
  it('is whether they take work', () =>
    expect(published(available)).toEqual({ type: 'routing.agent-presence-set.v1', data: { agentId: 'mina', presence: 'available' } }));

  it('is how much they can have', () => expect(published(capacitySet(3))).toEqual({ type: 'routing.agent-capacity-set.v1', data: { agentId: 'mina', capacity: 3 } }));

  it('is which case they are given, and not who was passed over', () =>
    expect(published(taken('a'))).toEqual({ type: 'routing.agent-place-taken.v1', data: { agentId: 'mina', caseId: 'a' } }));

  it.each([joined(3), left, freed('a')])('is nothing of $type', (event) => expect(published(event)).toBeNull());
});
