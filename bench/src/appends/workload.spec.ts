import { caller, HOT_STREAM, type Shape, type Wish } from './workload.js';

/** What a caller wishes for against a log that takes everything but what is stale. */
const wishes = (shape: Shape, count: number, seed = 1): readonly Wish[] => {
  const one = caller(shape, 'a', seed);
  const revisions = new Map<string, number>();
  return Array.from({ length: count }, () => {
    const wish = one.next();
    const before = revisions.get(wish.stream) ?? (shape === 'hot' ? 1 : 0);
    const revision = wish.expected === before ? before + wish.events : before;
    revisions.set(wish.stream, revision);
    one.taken(wish, revision);
    return wish;
  });
};

describe('The appends of a bench', () => {
  it('bring cases one event after the other, five to ten each, and one belief in twenty is wrong', () => {
    const all = wishes('single', 20_000);
    const perStream = Map.groupBy(all.filter(({ stale }) => !stale), ({ stream }) => stream);
    const sizes = [...perStream.values()].slice(0, -1).map((own) => own.length);
    expect(new Set(sizes)).toEqual(new Set([5, 6, 7, 8, 9, 10]));
    expect(all.filter(({ stale }) => stale).length / all.length).toBeCloseTo(0.05 * (6.5 / 7.5), 1);
    for (const own of perStream.values()) expect(own.map(({ expected }) => expected)).toEqual(own.map((_, n) => n));
  });

  it('bring whole cases at once, and one in twenty a second time, in vain', () => {
    const all = wishes('case', 20_000);
    const stale = all.filter((wish) => wish.stale);
    expect(stale.length / all.length).toBeCloseTo(0.048, 2);
    expect(all.every(({ expected, events }) => expected === 0 && events >= 5 && events <= 10)).toBe(true);
    expect(new Set(all.map(({ stream }) => stream)).size).toBe(all.length - stale.length);
  });

  it('all go to one stream, each in the belief of what was told last', () => {
    expect(wishes('hot', 3)).toEqual([1, 2, 3].map((expected) => ({ stream: HOT_STREAM, expected, events: 1, stale: false })));
  });

  it('are the same for the same seed', () => {
    expect(wishes('single', 500, 7)).toEqual(wishes('single', 500, 7));
    expect(wishes('single', 500, 7)).not.toEqual(wishes('single', 500, 8));
  });
});
