import type { Revision, StoredEvent } from '@onmaru/event-sourcing';

/** What was known of an event's stream before it: the revision it stood at, and the tenant that had the name first. */
export type Sighting = { readonly previous: Revision; readonly firstTenant: string };

export type StreamBook = {
  see(event: Pick<StoredEvent, 'tenant' | 'stream' | 'revision'>): Sighting;
  /** How many streams there are; one name in two tenants is two. */
  readonly size: number;
};

/** Where every stream stands. */
export const streamBook = (): StreamBook => {
  const places = new Map<string, { readonly tenant: string; revision: Revision }>();
  return {
    see({ tenant, stream, revision }) {
      const first = places.get(stream);
      const name = first && first.tenant !== tenant ? `${stream}\n${tenant}` : stream;
      const place = places.get(name);
      if (place) {
        const previous = place.revision;
        place.revision = revision;
        return { previous, firstTenant: first?.tenant ?? tenant };
      }
      places.set(name, { tenant, revision });
      return { previous: 0, firstTenant: first?.tenant ?? tenant };
    },
    get size() {
      return places.size;
    },
  };
};
