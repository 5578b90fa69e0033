import type { Ground } from './ground/ground.js';

/** How much is asked for. `events` bounds what one run of a contender appends, or how long the log is that is read. */
export type Settings = { readonly rounds: number; readonly events: number };

/** What must never happen, counted over all rounds of our own contender. Any but 0 fails the bench, whatever its speed. */
export type Counters = { readonly lost: number; readonly doubled: number; readonly outOfOrder: number; readonly wrongAccepts: number; readonly drift: number; readonly failed: number };

export const SOUND: Counters = { lost: 0, doubled: 0, outOfOrder: 0, wrongAccepts: 0, drift: 0, failed: 0 };

/** What a bench found. A ratio is ours over theirs so that more is better; null where `notes` say what was missing. */
export type Finding = {
  readonly ratios: Readonly<Record<string, number | null>>;
  /** Rates in events per second and times in milliseconds, as medians over rounds, by contender. */
  readonly absolute: Readonly<Record<string, unknown>>;
  readonly counters: Counters;
  readonly notes: readonly string[];
};

export type Bench = {
  readonly name: string;
  /** One sentence: what is compared with what. */
  readonly about: string;
  readonly run: (ground: Ground, settings: Settings) => Promise<Finding>;
};
