import { idOf, parseStoredName, type Recorded, type StoredEvent } from '@onmaru/event-sourcing';
import type { AnyView, Key } from './view.js';

/** Which stored types the view folds. Made once per view, since it is asked for every event. */
export const offering = ({ of: { events } }: AnyView): ((stored: StoredEvent) => boolean) => {
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

/** Which row an event concerns. */
export const keyFor = (view: Pick<AnyView, 'key'>, event: Recorded): Key => (view.key ? view.key(event) : idOf(event));

/** Key values as a list, in the order of the primary key. */
export const keyOf = (key: Exclude<Key, null>): readonly string[] => (typeof key === 'string' ? [key] : key);
