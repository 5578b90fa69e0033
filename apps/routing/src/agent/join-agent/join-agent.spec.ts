import { specFor } from '@onmaru/event-sourcing/testing';
import { agents } from '../agent.js';
import { joinAgent } from './join-agent.js';

const { given } = specFor(agents, joinAgent);
const at = '2026-03-01T09:00:00.000Z';
const join = (capacity: number | null) => ({ at, data: { capacity } }) as const;
const joined = (capacity: number) => ({ type: 'AgentJoined', occurredAt: at, data: { capacity } }) as const;
const left = { type: 'AgentLeft', occurredAt: at, data: {} } as const;

describe('Join the agents', () => {
  it('lets routing give them work, up to their capacity', () => given().when(join(8)).then(joined(8)));

  it('gives a capacity of five to whom nobody gave one', () => given().when(join(null)).then(joined(5)));

  it('changes nothing for somebody who is one of them', () => given(joined(8)).when(join(3)).thenNothing());

  it('brings back somebody who left, with the capacity they had', () => given(joined(8), left).when(join(null)).then(joined(8)));

  it('brings back somebody who left with another capacity, where it is said', () => given(joined(8), left).when(join(3)).then(joined(3)));
});
