import { agents, type AgentEvent } from './agent.js';
import { available, capacitySet, joined, left, taken, freed } from './examples.js';

const after = (...events: readonly AgentEvent[]) => JSON.stringify(events.reduce(agents.evolve, agents.initialState));

describe('The snapshot of an agent', () => {
  // Where one of these is to be another text, the shape is to be another number: what was kept before is then not used.
  it.each([
    { of: 'nobody', state: after(), json: '{"state":"unknown"}' },
    { of: 'somebody at work', state: after(joined(8), available, taken('a'), taken('b'), freed('a'), capacitySet(3)), json: '{"state":"here","capacity":3,"presence":"available","places":["b"]}' },
    { of: 'somebody who has left', state: after(joined(8), available, taken('a'), left), json: '{"state":"gone","capacity":8,"places":["a"]}' },
    { of: 'somebody who came back', state: after(joined(8), taken('a'), left, joined(5)), json: '{"state":"here","capacity":5,"presence":"offline","places":["a"]}' },
  ])('is of the first shape for as long as it says the same of $of', ({ state, json }) => {
    expect([agents.snapshots, state]).toEqual([{ shape: 1 }, json]);
  });
});
