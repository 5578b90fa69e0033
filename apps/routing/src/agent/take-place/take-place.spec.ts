import { specFor } from '@onmaru/event-sourcing/testing';
import { agents } from '../agent.js';
import { at, available, away, capacitySet, freed, joined, left, taken } from '../examples.js';
import { takePlace } from './take-place.js';

const { given } = specFor(agents, takePlace);
const take = (caseId: string) => ({ at, data: taken(caseId).data }) as const;

describe('Take a place', () => {
  it('gives an available agent a case', () => given(joined(2), available).when(take('a')).then(taken('a')));

  it('gives them cases up to their capacity', () => given(joined(2), available, taken('a')).when(take('b')).then(taken('b')));

  it('is refused beyond their capacity', () => given(joined(1), available, taken('a')).when(take('b')).thenRefused('agent-at-capacity'));

  it('gives them more from when their capacity is greater', () =>
    given(joined(1), available, taken('a'), capacitySet(2)).when(take('b')).then(taken('b')));

  it('is refused from when their capacity is less than they have, or nothing', () => {
    given(joined(2), available, taken('a'), capacitySet(1)).when(take('b')).thenRefused('agent-at-capacity');
    given(joined(2), available, capacitySet(0)).when(take('a')).thenRefused('agent-at-capacity');
  });

  it('uses the place of a case that is done', () => given(joined(1), available, taken('a'), freed('a')).when(take('b')).then(taken('b')));

  it('changes nothing for a case that has a place', () => given(joined(1), available, taken('a')).when(take('a')).thenNothing());

  it('is refused for who is away', () => given(joined(2), available, away).when(take('a')).thenRefused('agent-not-available'));

  it('is refused for who has not said that they take work', () => given(joined(2)).when(take('a')).thenRefused('agent-not-available'));

  it('is refused for who left', () => given(joined(2), available, left).when(take('a')).thenRefused('agent-not-found'));

  it('counts the places that somebody had when they left and came back', () =>
    given(joined(1), available, taken('a'), left, joined(1), available).when(take('b')).thenRefused('agent-at-capacity'));
});
