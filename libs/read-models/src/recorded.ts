import { decode, parseStoredName, type StoredEvent } from '@onmaru/event-sourcing';
import type { AnyView, Key, Recorded } from './view.js';

/** Which stored types the view folds. Made once per view, since it is asked for every event. */
export const offering = ({ events }: AnyView): ((stored: StoredEvent) => boolean) => {
  const known = new Map<string, boolean>();
  return ({ type: stored }) => {
    const answer = known.get(stored);
    if (answer !== undefined) return answer;
    const { context, type } = parseStoredName(stored);
    const offered = context === events.context && Object.hasOwn(events.types, type);
    known.set(stored, offered);
    return offered;
  };
};

/** A stored event as a fold sees it. Throws on a version from the future. */
export const recorded = ({ events }: AnyView, stored: StoredEvent): Recorded => {
  const { id, tenant, stream, revision, position, recordedAt, actor } = stored;
  return { ...decode(events, stored), id, tenant, stream, revision, position, recordedAt, actor };
};

/** Key values as a list, in the order of the primary key. */
export const keyOf = (key: Exclude<Key, null>): readonly string[] => (typeof key === 'string' ? [key] : key);
