/** Numbers that look like chance and follow from a seed. */
export type Chance = {
  /** From 0 up to but not 1. */
  next(): number;
  /** One of them. Throws where there is none. */
  pick<T>(from: readonly T[]): T;
  /** Another sequence, which follows from this seed and the name alone. */
  of(name: string): Chance;
};

const hashOf = (text: string): number => {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash >>> 0;
};

export const chance = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    pick(from) {
      if (from.length === 0) throw new Error('there is nothing to choose from');
      return from[Math.floor(next() * from.length)] as (typeof from)[number];
    },
    of: (name) => chance(hashOf(`${seed} ${name}`)),
  };
};
