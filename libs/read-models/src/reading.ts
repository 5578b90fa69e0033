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

/** More than a page has; a power of two. */
const PLACES = 8192;

type Remembering = { readonly read: Reading; forget(): void };

/** What was read stays known until it is forgotten, or something else takes the place of its position. */
const remembering = (read: Reading): Remembering => {
  const of = new Array<StoredEvent | null>(PLACES).fill(null);
  const known = new Array<Recorded | null>(PLACES).fill(null);
  let idle = true;
  return {
    read(stored) {
      const place = stored.position % PLACES;
      if (of[place] === stored) return known[place] ?? null;
      const event = read(stored);
      of[place] = stored;
      known[place] = event;
      idle = false;
      return event;
    },
    forget() {
      if (idle) return;
      of.fill(null);
      known.fill(null);
      idle = true;
    },
  };
};

export type Readings = { of(types: EventTypes): Reading; forget(): void };

/** The reading of each aggregate's events: made once for an event that several views are folded from, until it is to `forget`. */
export const readings = (aggregates: readonly EventTypes[]): Readings => {
  const shared = aggregates.filter((types, place) => aggregates.indexOf(types) !== place);
  const made = new Map(shared.map((types) => [types, remembering(reading(types))]));
  return {
    of: (types) => made.get(types)?.read ?? reading(types),
    forget: () => made.forEach(({ forget }) => forget()),
  };
};
