import { specFor } from '@onmaru/event-sourcing/testing';
import { agents } from '../agent.js';
import { leaveAgent } from './leave-agent.js';

const { given } = specFor(agents, leaveAgent);
const at = '2026-03-01T09:00:00.000Z';
const leave = { at, data: {} } as const;
const joined = { type: 'AgentJoined', occurredAt: at, data: { capacity: 5 } } as const;
const left = { type: 'AgentLeft', occurredAt: at, data: {} } as const;

describe('Leave the agents', () => {
  it('ends the work that routing gives them', () => given(joined).when(leave).then(left));

  it('changes nothing for somebody who is gone', () => given(joined, left).when(leave).thenNothing());

  it('changes nothing for somebody who never joined', () => given().when(leave).thenNothing());
});
