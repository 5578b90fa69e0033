import { specFor } from '@onmaru/event-sourcing/testing';
import { agents } from '../agent.js';
import { at, available, freed, joined, left, taken } from '../examples.js';
import { freePlace } from './free-place.js';

const { given } = specFor(agents, freePlace);
const free = { at, data: { caseId: 'a', because: 'done' } } as const;

describe('Free a place', () => {
  it('makes room for the next case', () => given(joined(2), available, taken('a')).when(free).then(freed('a')));

  it('changes nothing when the case has no place', () => given(joined(2), available, taken('b')).when(free).thenNothing());

  it('changes nothing when the place is free already', () => given(joined(2), available, taken('a'), freed('a')).when(free).thenNothing());

  it('works for who has left meanwhile', () => given(joined(2), available, taken('a'), left).when(free).then(freed('a')));

  it('changes nothing for somebody who never joined', () => given().when(free).thenNothing());
});
