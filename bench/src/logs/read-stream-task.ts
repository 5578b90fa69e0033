import { percentile } from '../statistics.js';

/** Streams of `size` events, called `case-<size>-0` and so on, are read `reads` times, one after the other. */
export type ReadStreamTask = { readonly url: string; readonly size: number; readonly streams: number; readonly reads: number };
/** Milliseconds of one read with its fold. */
export type ReadStreamResult = { readonly p50: number; readonly p99: number; readonly wrong: number };

/** What a stream of such events adds up to. */
export type Folded = { readonly notes: number; readonly urgency: number };
export const folded = (before: Folded, data: { readonly urgency?: unknown }): Folded => ({ notes: before.notes + 1, urgency: Math.max(before.urgency, Number(data.urgency ?? 0)) });
export const NOTHING: Folded = { notes: 0, urgency: 0 };

/** Reads the streams in turn. What comes out of a fold is compared with what must. */
export const timed = async ({ size, streams, reads }: ReadStreamTask, read: (stream: string) => Promise<Folded>): Promise<ReadStreamResult> => {
  const times: number[] = [];
  let wrong = 0;
  for (let n = -Math.ceil(reads / 5); n < reads; n += 1) {
    const stream = `case-${size}-${Math.abs(n * 7) % streams}`;
    const began = performance.now();
    const { notes, urgency } = await read(stream);
    if (n >= 0) times.push(performance.now() - began);
    if (notes !== size || urgency !== 3) wrong += 1;
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), wrong };
};
