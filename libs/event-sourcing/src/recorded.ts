import { decode, type EventTypes } from './event-types.js';
import type { Event, Recorded, StoredEvent } from './event.js';

/** `case-<id>` → `<id>`. */
export const idOf = ({ stream }: Pick<StoredEvent, 'stream'>): string => stream.slice(stream.indexOf('-') + 1);

/** A stored event as its context's views know it. Throws on one that the context does not know. */
export const recorded = <E extends Event>(types: EventTypes<E>, stored: StoredEvent): Recorded<E> => {
  const { id, tenant, stream, revision, position, recordedAt, actor } = stored;
  return { ...decode(types, stored), id, tenant, stream, revision, position, recordedAt, actor };
};

/** The row that each fold has made of a stream up to an event, for as long as that event is held. */
const made = new WeakMap<object, WeakMap<StoredEvent, unknown>>();

/** A stream's events, from its first, as one row of a view; null when they make none. What was made of them before is folded on. */
export const rowIn = <Row, E extends Event>(
  history: readonly StoredEvent[],
  types: EventTypes<E>,
  fold: (row: Row | null, event: Recorded<E>) => Row | null,
): Row | null => {
  const rows = (made.get(fold) ?? new WeakMap<StoredEvent, unknown>()) as WeakMap<StoredEvent, Row | null>;
  made.set(fold, rows);
  const known = history.findLastIndex((stored) => rows.has(stored));
  const before = known < 0 ? undefined : history[known];
  const first = before === undefined ? null : (rows.get(before) ?? null);
  const row = history.slice(known + 1).reduce((current: Row | null, stored) => fold(current, recorded(types, stored)), first);
  const last = history.at(-1);
  if (before !== undefined) rows.delete(before);
  if (last !== undefined) rows.set(last, row);
  return row;
};
