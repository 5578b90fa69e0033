import type { Position } from '@onmaru/event-sourcing';
import type { NewlyParked } from './bookkeeping.js';
import { merged, type Batch } from './row-store.js';

/**
 * How much is held in memory before it is written: rows, of which most are folded many times and written once; and what
 * is redone at most when the process dies, as events or as milliseconds in which they were folded.
 */
export type Pace = { readonly rows: number; readonly events: number; readonly ms: number };

/** Somebody else has moved what this work goes on from: it has nothing to write any more. */
export class Overtaken extends Error {}

/** What goes with the rows of a step. */
export type Told = { readonly events: number; readonly parked: readonly NewlyParked[] };

/** What was folded since the last commit, up to a position. */
export type Draft = Told & { readonly batch: Batch; readonly to: Position };

/** One after the other, as one. */
export const joined = (one: Draft, other: Draft): Draft => ({
  batch: merged(one.batch, other.batch),
  events: one.events + other.events,
  parked: [...one.parked, ...other.parked],
  to: other.to,
});
