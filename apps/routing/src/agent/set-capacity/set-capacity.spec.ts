import { specFor } from '@onmaru/event-sourcing/testing';
import { agents } from '../agent.js';
import { at, capacitySet, joined, left } from '../examples.js';
import { setCapacity } from './set-capacity.js';

const { given } = specFor(agents, setCapacity);
const set = (capacity: number) => ({ at, data: { capacity } }) as const;

describe('Set the capacity of an agent', () => {
  it('says how many cases they can have at once', () => given(joined(5)).when(set(8)).then(capacitySet(8)));

  it('changes nothing when it is as it was', () => given(joined(5)).when(set(5)).thenNothing());

  it('is refused for who left', () => given(joined(5), left).when(set(8)).thenRefused('agent-not-found'));
});
