import type { AgentEvent } from '../../agent/agent.js';
import { foldAgent, type AgentRecord } from './agent-record.js';

const place = (revision: number) => ({ tenant: 'demo', stream: 'agent-u1', revision, position: revision * 10, occurredAt: '2026-03-01T09:00:00.000Z' });
const joined: AgentEvent = { type: 'AgentJoined', occurredAt: '', data: { capacity: 8 } };
const available: AgentEvent = { type: 'AgentPresenceSet', occurredAt: '', data: { presence: 'available' } };
const left: AgentEvent = { type: 'AgentLeft', occurredAt: '', data: {} };
const after = (...events: readonly AgentEvent[]) =>
  events.reduce<AgentRecord | null>((row, event, n) => foldAgent(row, { ...event, ...place(n + 1) }), null);

describe('The list of agents', () => {
  it('shows who joined as offline, with their capacity', () => expect(after(joined)).toMatchObject({ id: 'u1', presence: 'offline', capacity: 8 }));

  it('shows who takes work now', () => expect(after(joined, available)).toMatchObject({ presence: 'available', revision: 2, position: 20 }));

  it('shows nobody who left', () => expect(after(joined, available, left)).toBeNull());

  it('shows who came back as offline', () => expect(after(joined, available, left, joined)).toMatchObject({ presence: 'offline' }));
});
