import { available, capacitySet, freed, joined, left, taken } from '../../agent/examples.js';
import type { AgentEvent } from '../../agent/agent.js';
import { foldAgent, type AgentRecord } from './agent-record.js';

const place = (revision: number) => ({ tenant: 'demo', stream: 'agent-u1', revision, position: revision * 10 });
const after = (...events: readonly AgentEvent[]) =>
  events.reduce<AgentRecord | null>((row, event, n) => foldAgent(row, { ...event, ...place(n + 1) }), null);

describe('The list of agents', () => {
  it('shows who joined as offline, with their capacity and every place free', () =>
    expect(after(joined(8))).toMatchObject({ id: 'u1', presence: 'offline', capacity: 8, places: 0, lastGivenPosition: null, hasLeft: false }));

  it('shows who takes work now', () => expect(after(joined(8), available)).toMatchObject({ presence: 'available', revision: 2, position: 20 }));

  it('shows the capacity that they were given since', () => expect(after(joined(8), capacitySet(3))).toMatchObject({ capacity: 3 }));

  it('counts the places that are taken, and says when the last case was given', () =>
    expect(after(joined(8), available, taken('a'), taken('b'), freed('a'))).toMatchObject({ places: 1, lastGivenPosition: 40 }));

  it('knows who left', () => expect(after(joined(8), available, left)).toMatchObject({ hasLeft: true, presence: 'offline' }));

  it('shows who came back as offline, with the cases that they still have', () =>
    expect(after(joined(8), available, taken('a'), left, joined(5))).toMatchObject({ hasLeft: false, presence: 'offline', capacity: 5, places: 1 }));
});
