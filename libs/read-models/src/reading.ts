import { parseStoredName, recorded, type EventTypes, type Recorded, type StoredEvent } from '@onmaru/event-sourcing';

/** A stored event as the views of one context know it; null where they are not offered its type. Throws on what they cannot read. */
export type Reading = (stored: StoredEvent) => Recorded | null;

const wayOf = (types: EventTypes, stored: string): Reading => {
  const { context, type } = parseStoredName(stored);
  const offered = context === types.context && Object.hasOwn(types.types, type);
  return offered ? (event) => recorded(types, event) : () => null;
};

/** Looks at the name of each type once, since it is asked for every event. */
export const reading = (types: EventTypes): Reading => {
  const ways = new Map<string, Reading>();
  return (stored) => {
    let way = ways.get(stored.type);
    if (!way) ways.set(stored.type, (way = wayOf(types, stored.type)));
    return way(stored);
  };
};

/** What was read stays known for as long as the event itself is held. */
export const remembering = (read: Reading): Reading => {
  const known = new WeakMap<StoredEvent, Recorded | null>();
  return (stored) => {
    const found = known.get(stored);
    if (found !== undefined) return found;
    const event = read(stored);
    known.set(stored, event);
    return event;
  };
};

/** The reading of each aggregate's events: made once for an event that several views are folded from. */
export const readings = (aggregates: readonly EventTypes[]): ((types: EventTypes) => Reading) => {
  const made = new Map<EventTypes, Reading>();
  for (const types of aggregates) made.set(types, made.has(types) ? remembering(reading(types)) : reading(types));
  return (types) => made.get(types) ?? reading(types);
};
