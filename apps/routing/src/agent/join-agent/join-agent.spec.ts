import { specFor } from '@onmaru/event-sourcing/testing';
import { agentDecider } from '../decider.js';

const { given } = specFor(agentDecider);
const at = '2026-03-01T09:00:00.000Z';
const join = { type: 'JoinAgent', at, data: { capacity: 5 } } as const;
const joined = { type: 'AgentJoined', occurredAt: at, data: { capacity: 5 } } as const;

describe('Join the agents', () => {
  it('lets routing give them work, up to their capacity', () => given().when(join).then(joined));

  it('changes nothing for somebody who is one of them', () => given(joined).when(join).thenNothing());

  it('brings back somebody who left', () => given(joined, { type: 'AgentLeft', occurredAt: at, data: {} }).when(join).then(joined));
});
