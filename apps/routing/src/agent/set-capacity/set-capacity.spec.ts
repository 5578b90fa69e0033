import { specFor } from '@onmaru/event-sourcing/testing';
import { agentDecider } from '../decider.js';
import { at, available, capacitySet, joined, left, taken } from '../examples.js';

const { given } = specFor(agentDecider);
const set = (capacity: number) => ({ type: 'SetCapacity', at, data: { capacity } }) as const;
const takeB = { type: 'TakePlace', at, data: taken('b').data } as const;

describe('Set the capacity of an agent', () => {
  it('says how many cases they can have at once', () => given(joined(5)).when(set(8)).then(capacitySet(8)));

  it('lets them have more from then on', () => given(joined(1), available, taken('a'), capacitySet(2)).when(takeB).then(taken('b')));

  it('takes no case away when it is less than they have, and gives no new one', () =>
    given(joined(2), available, taken('a'), capacitySet(1)).when(takeB).thenRefused('agent-at-capacity'));

  it('can be zero: nothing is handed out to them', () => given(joined(2), available, capacitySet(0)).when(takeB).thenRefused('agent-at-capacity'));

  it('changes nothing when it is as it was', () => given(joined(5)).when(set(5)).thenNothing());

  it('is refused for who left', () => given(joined(5), left).when(set(8)).thenRefused('agent-not-found'));
});
