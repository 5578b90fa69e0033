import type { Position, Revision } from '../event.js';

/** An event as a reader saw it, or as it lies in the log. */
export type Seen = { readonly id: string; readonly stream: string; readonly revision?: Revision; readonly position: Position };

/** What a log or its reader did wrong. All empty: nothing. */
export type LogFaults = {
  /** Ids that were acknowledged and never seen. */
  readonly lost: readonly string[];
  /** Ids that were seen more than once. */
  readonly doubled: readonly string[];
  /** Ids that came after something that lies behind them. */
  readonly outOfOrder: readonly string[];
};

export const NO_FAULTS: LogFaults = { lost: [], doubled: [], outOfOrder: [] };

/** Values that occur again, each time they do. */
export const repeats = <T>(values: readonly T[]): readonly T[] => {
  const before = new Set<T>();
  return values.filter((value) => before.has(value) || !before.add(value));
};

/** Compares what writers were told with what a reader of the whole log saw, in the order in which it did. */
export const logFaults = (acknowledged: readonly string[], seen: readonly Seen[]): LogFaults => {
  const ids = new Set(seen.map(({ id }) => id));
  return {
    lost: acknowledged.filter((id) => !ids.has(id)),
    doubled: repeats(seen.map(({ id }) => id)),
    outOfOrder: seen.filter(({ position }, n) => n > 0 && position <= (seen[n - 1] as Seen).position).map(({ id }) => id),
  };
};

/** Ids at which a log that lies complete, in the order of its positions, leaves a gap: in its positions or in a stream. */
export const gaps = (table: readonly Required<Seen>[], after: Position = 0): readonly string[] => {
  const revisions = new Map<string, Revision>();
  let last = after;
  return table
    .filter(({ stream, revision, position }) => {
      const follows = position === last + 1 && revision === (revisions.get(stream) ?? 0) + 1;
      revisions.set(stream, revision);
      last = position;
      return !follows;
    })
    .map(({ id }) => id);
};
