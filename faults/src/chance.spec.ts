import { chance } from './chance.js';

const some = (seed: number) => {
  const from = chance(seed);
  return Array.from({ length: 1000 }, () => from.next());
};

describe('What is left to chance', () => {
  it('follows from the seed', () => {
    expect(some(7)).toEqual(some(7));
    expect(some(7)).not.toEqual(some(8));
    expect(chance(7).of('kills').next()).toBe(chance(7).of('kills').next());
    expect(chance(7).of('kills').next()).not.toBe(chance(7).of('load').next());
  });

  it('is spread over everything', () => {
    const numbers = some(1);
    for (let tenth = 0; tenth < 10; tenth += 1) expect(numbers.filter((number) => Math.floor(number * 10) === tenth).length).toBeGreaterThan(50);
    expect(new Set(numbers.map(() => chance(1).pick(['a', 'b']))).size).toBe(1);
  });

  it('chooses nothing where there is nothing', () => expect(() => chance(1).pick([])).toThrow('nothing to choose from'));
});
