import { percentile } from '../statistics.js';
import { caller, type Shape, type Wish } from './workload.js';

/** What a contender said to an append: the stream's revision now, or null when it was refused because the belief was wrong. */
export type Taken = { readonly revision: number; readonly accepted: boolean };
export type AppendEvents = (wish: Wish, first: number) => Promise<Taken>;

export type AppendTask = {
  readonly url: string;
  readonly shape: Shape;
  readonly callers: number;
  /** Appends begin for so many seconds, after `warmUp` seconds that are not counted, or until so many events are in. */
  readonly seconds: number;
  readonly warmUp: number;
  readonly events: number;
  /** Makes streams of one run different from those of another. */
  readonly run: string;
};

/** Events and appends per second, times of an append in milliseconds, and what went wrong. */
export type AppendResult = {
  readonly rate: number;
  readonly appends: number;
  readonly p50: number;
  readonly p99: number;
  readonly refused: number;
  readonly wrongAccepts: number;
  /** Appends that were refused although the belief was right. */
  readonly wrongRefusals: number;
};

/** Lets callers append at once, each its next as soon as the last is answered. */
export const runAppends = async ({ shape, callers, seconds, warmUp, events, run }: AppendTask, append: AppendEvents): Promise<AppendResult> => {
  const began = performance.now();
  const from = began + warmUp * 1000;
  const until = from + seconds * 1000;
  const times: number[] = [];
  let [numbered, accepted, refused, wrongAccepts, wrongRefusals, last] = [0, 0, 0, 0, 0, from];
  const work = async (name: number): Promise<void> => {
    const own = caller(shape, `${run}-${name}`, name + 1);
    while (performance.now() < until && accepted < events) {
      const wish = own.next();
      const first = numbered;
      numbered += wish.events;
      const asked = performance.now();
      const taken = await append(wish, first);
      const answered = performance.now();
      own.taken(wish, taken.revision);
      if (wish.stale && taken.accepted) wrongAccepts += 1;
      if (!wish.stale && !taken.accepted && shape !== 'hot') wrongRefusals += 1;
      if (asked < from) continue;
      if (taken.accepted) {
        accepted += wish.events;
        times.push(answered - asked);
        last = Math.max(last, answered);
      } else refused += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, name) => work(name)));
  const elapsed = (last - from) / 1000;
  return { rate: accepted / elapsed, appends: times.length / elapsed, p50: percentile(times, 0.5), p99: percentile(times, 0.99), refused, wrongAccepts, wrongRefusals };
};
