import { standingOf, type Part } from './standing.js';

const parts = (...all: readonly Pick<Part, 'end' | 'taken' | 'position'>[]): readonly Part[] => all.map((one, partition) => ({ ...one, topic: 'shop.order', partition }));

describe('A group of consumers', () => {
  it('has got as far as the relay when it has taken every partition to its end', () =>
    expect(standingOf(40, parts({ end: 5, taken: 5, position: 31 }, { end: 0, taken: 0, position: 0 }))).toMatchObject({ reached: 40, furthest: 31, lag: 0 }));

  it('has got no further than the last that it took of a partition that goes on', () =>
    expect(standingOf(40, parts({ end: 5, taken: 3, position: 12 }, { end: 9, taken: 9, position: 38 }))).toMatchObject({ reached: 12, furthest: 38, lag: 2 }));

  it('is at the beginning while there is a partition of which it has taken nothing', () =>
    expect(standingOf(40, parts({ end: 1, taken: 0, position: 0 }, { end: 9, taken: 9, position: 38 }))).toMatchObject({ reached: 0, furthest: 38, lag: 1 }));

  it('never gets beyond the relay, though it may have taken more', () => expect(standingOf(40, parts({ end: 5, taken: 6, position: 41 }))).toMatchObject({ reached: 40, furthest: 41, lag: 0 }));
});
