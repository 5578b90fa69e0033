import type { Position } from '@onmaru/event-sourcing';

/** Up to which offset (exclusive) everything on a partition has been taken, and the newest position before it. */
export type Mark = { readonly offset: number; readonly position: Position };

/** What a process has in hand of a partition, for as long as the partition is its own. */
export type Tenure = {
  /** False when the offset came before: Kafka repeats what is not committed whenever the group is shared out anew. */
  open(offset: number, position: Position): boolean;
  done(offset: number): void;
  /** What may be committed; undefined while that is nothing new. */
  due(): Mark | undefined;
  committed(mark: Mark): void;
  /** Messages in hand that are not taken yet. */
  waiting(): number;
  /** Messages since the oldest that is not taken. */
  spread(): number;
  lose(): void;
  isLost(): boolean;
};

export const tenure = (): Tenure => {
  let span: { readonly offset: number; readonly position: Position; done: boolean }[] = [];
  let [next, first, waiting] = [-1, 0, 0];
  let [mark, noted]: [Mark | undefined, Mark | undefined] = [undefined, undefined];
  let lost = false;

  /** Moves the mark over everything that is done; what lies behind it is forgotten from time to time. */
  const advance = (): void => {
    for (let head = span[first]; head?.done; head = span[first]) {
      mark = { offset: head.offset + 1, position: Math.max(mark?.position ?? 0, head.position) };
      first += 1;
    }
    if (first < 1000 && first < span.length) return;
    span = span.slice(first);
    first = 0;
  };

  /** The place of an offset in the span; offsets grow, and may have gaps. */
  const find = (offset: number): number => {
    let [low, high] = [first, span.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((span[middle]?.offset ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    open(offset, position) {
      if (offset < next) return false;
      next = offset + 1;
      span.push({ offset, position, done: false });
      waiting += 1;
      return true;
    },
    done(offset) {
      const one = span[find(offset)];
      if (one?.offset !== offset || one.done) return;
      one.done = true;
      waiting -= 1;
      advance();
    },
    due: () => (mark && mark !== noted ? mark : undefined),
    committed: (committed) => void (noted = committed),
    waiting: () => waiting,
    spread: () => span.length - first,
    lose: () => void (lost = true),
    isLost: () => lost,
  };
};
