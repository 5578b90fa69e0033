/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** How appends come: one event after the other onto cases, whole cases at once, or everybody onto one stream. */
export type Shape = 'single' | 'case' | 'hot';

/** What the caller wants: a stream, the revision it believes in, and how many events. `stale`: the belief is wrong on purpose. */
export type Wish = { readonly stream: string; readonly expected: number; readonly events: number; readonly stale: boolean };

/** One caller's wishes. `taken` tells it the stream's new revision, or after a refusal the true one. */
export type Caller = { next(): Wish; taken(wish: Wish, revision: number): void };

/** The stream that everybody appends to; it begins with one event. */
export const HOT_STREAM = 'case-hot';

const STALE = 0.05;
const sizeOf = (random: () => number): number => 5 + Math.floor(random() * 6);

export const caller = (shape: Shape, name: string, seed: number): Caller => {
  const random = chance(seed);
  let count = 0;
  let [stream, revision, size] = [shape === 'hot' ? HOT_STREAM : `case-${name}-0`, shape === 'hot' ? 1 : 0, sizeOf(random)];
  const another = (): void => {
    count += 1;
    [stream, revision, size] = [`case-${name}-${count}`, 0, sizeOf(random)];
  };
  const wishes: Record<Shape, () => Wish> = {
    single() {
      const stale = revision > 0 && random() < STALE;
      return { stream, expected: stale ? revision - 1 : revision, events: 1, stale };
    },
    case: () => ({ stream, expected: 0, events: size, stale: revision > 0 }),
    hot: () => ({ stream, expected: revision, events: 1, stale: false }),
  };
  return {
    next: wishes[shape],
    taken({ stale }, now) {
      if (!stale || shape === 'hot') revision = now;
      if (shape === 'single' && revision >= size) another();
      // One case in twenty is written once more, in the belief that it is not there yet.
      if (shape === 'case' && (stale || random() >= STALE)) another();
    },
  };
};
