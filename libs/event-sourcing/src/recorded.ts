import { decode, type EventTypes } from './event-types.js';
import type { Event, Recorded, StoredEvent } from './event.js';

/** `case-<id>` → `<id>`. */
export const idOf = ({ stream }: Pick<StoredEvent, 'stream'>): string => stream.slice(stream.indexOf('-') + 1);

/** A stored event as its context's views know it. Throws on one that the context does not know. */
export const recorded = <E extends Event>(types: EventTypes<E>, stored: StoredEvent): Recorded<E> => {
  const { id, tenant, stream, revision, position, recordedAt, actor } = stored;
  return { ...decode(types, stored), id, tenant, stream, revision, position, recordedAt, actor };
};

/** A stream's events as one row of a view; null when they make none. */
export const rowIn = <Row, E extends Event>(
  history: readonly StoredEvent[],
  types: EventTypes<E>,
  fold: (row: Row | null, event: Recorded<E>) => Row | null,
): Row | null => history.reduce((row: Row | null, stored) => fold(row, recorded(types, stored)), null);
