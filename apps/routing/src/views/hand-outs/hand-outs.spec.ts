import type { AgentEvent } from '../../agent/agent.js';
import { available, freed, taken } from '../../agent/examples.js';
import { foldHandOuts, type HandOuts } from './hand-outs.js';

const after = (...events: readonly (AgentEvent & { readonly agent: string })[]): HandOuts | null =>
  events.reduce<HandOuts | null>((row, { agent, ...event }, n) => foldHandOuts(row, { ...event, tenant: 'demo', stream: `agent-${agent}`, position: n + 1 }), null);
const by = (agent: string, event: AgentEvent) => {
  if (event.type !== 'AgentPlaceTaken') return { ...event, agent };
  return { ...event, data: { ...event.data, chosen: { ...event.data.chosen, agentId: agent } }, agent };
};

describe('Who was given a case, and why', () => {
  it('shows who has a place for it, and the decision', () =>
    expect(after(by('mina', taken('a')))).toMatchObject({ caseId: 'a', holderId: 'mina', takenPosition: 1, decisions: [{ position: 1, waiting: 1, priority: 3, freedAt: null }] }));

  it('shows that the place was freed, and why', () =>
    expect(after(by('mina', taken('a')), by('mina', freed('a')))).toMatchObject({ holderId: null, decisions: [{ freedBecause: 'done' }] }));

  it('shows every decision about a case, the newest first', () =>
    expect(after(by('mina', taken('a')), by('mina', freed('a')), by('jun', taken('a')))).toMatchObject({
      holderId: 'jun',
      decisions: [{ chosen: { agentId: 'jun' }, freedAt: null }, { chosen: { agentId: 'mina' }, freedBecause: 'done' }],
    }));

  it('keeps who has the place when that of somebody before them is freed late', () =>
    expect(after(by('mina', taken('a')), by('jun', taken('a')), by('mina', freed('a')))).toMatchObject({
      holderId: 'jun',
      decisions: [{ chosen: { agentId: 'jun' }, freedAt: null }, { chosen: { agentId: 'mina' }, freedBecause: 'done' }],
    }));

  it('has nothing to say of anything else', () => expect(after(by('mina', available))).toBeNull());
});
