import type { EventStore, Page, SnapshotStore } from './event-store.js';
import type { RawEvent, StoredEvent } from './event.js';
import type { Keys } from './keys.js';
import { isSealed, type Sealed } from './personal-fields.js';
import { unseal } from './seal.js';

/** What carries sealed values away from the log: the event's id, its stream, its tenant, and the values. */
export type Carrier<Data extends object> = { readonly id: string; readonly key: string; readonly tenant: string; readonly data: Data };

type SubjectKeys = ReadonlyMap<string, Uint8Array>;

const sealedIn = (data: object): readonly (readonly [string, Sealed])[] => Object.entries(data).filter((entry): entry is [string, Sealed] => isSealed(entry[1]));

const subjectsIn = (all: readonly object[]): readonly string[] => [...new Set(all.flatMap((data) => sealedIn(data).map(([, { subject }]) => subject)))];

const openedWith = <Data extends object>(found: SubjectKeys, { id, key: stream, data }: Omit<Carrier<Data>, 'tenant'>): Data => {
  const opened = sealedIn(data).map(([field, { sealed: text, subject }]) => {
    const key = found.get(subject);
    return [field, key ? unseal(text, key, { stream, eventId: id, field }) : null];
  });
  return opened.length === 0 ? data : { ...data, ...(Object.fromEntries(opened) as Partial<Data>) };
};

/** A message's data with its sealed values opened; null where there is no key any more. Rejects when keys cannot be had. */
export const openedData = async <Data extends object>(keys: Keys, carrier: Carrier<Data>): Promise<Data> => {
  const subjects = subjectsIn([carrier.data]);
  return subjects.length === 0 ? carrier.data : openedWith(await keys.toOpen(carrier.tenant, subjects), carrier);
};

/**
 * The log for those who may see personal fields and do not know its types: what there is a key for reads as it was, all
 * else as null, also while keys cannot be had, and what only looks like a sealed value. `trouble` hears why.
 */
export const opened = (store: EventStore, keys: Keys, trouble: (cause: unknown) => void): Pick<EventStore, 'readAll' | 'subscribe' | 'head'> => {
  const keysOf = async (tenant: string, events: readonly StoredEvent[]): Promise<SubjectKeys> => {
    const subjects = subjectsIn(events.map(({ data }) => data));
    try {
      return subjects.length === 0 ? new Map() : await keys.toOpen(tenant, subjects);
    } catch (cause) {
      trouble(cause);
      return new Map();
    }
  };
  const eventWith = (found: SubjectKeys, event: StoredEvent): StoredEvent => {
    try {
      return { ...event, data: openedWith(found, { id: event.id, key: event.stream, data: event.data }) };
    } catch (cause) {
      trouble(cause);
      return withoutSealed(event);
    }
  };
  const page = async ({ events, upTo }: Page): Promise<Page> => {
    const byTenant = [...Map.groupBy(events, ({ tenant }) => tenant)];
    const found = new Map(await Promise.all(byTenant.map(async ([tenant, own]) => [tenant, await keysOf(tenant, own)] as const)));
    return { events: events.map((event) => eventWith(found.get(event.tenant) as SubjectKeys, event)), upTo };
  };
  return {
    readAll: async (...asked) => page(await store.readAll(...asked)),
    async *subscribe(...asked) {
      for await (const one of store.subscribe(...asked)) yield await page(one);
    },
    head: () => store.head(),
  };
};

/** The log for those who may not see personal fields: each reads as null, and there is nothing to open it with. */
export const withheld = (store: EventStore): Omit<EventStore, 'append' | keyof SnapshotStore> => ({
  readStream: async (...asked) => (await store.readStream(...asked)).map(withoutSealed),
  readAll: async (...asked) => withheldPage(await store.readAll(...asked)),
  async readRaw(...asked) {
    const { events, upTo } = await store.readRaw(...asked);
    return { events: events.map(rawWithoutSealed), upTo };
  },
  async *subscribe(...asked) {
    for await (const page of store.subscribe(...asked)) yield withheldPage(page);
  },
  head: () => store.head(),
});

const withheldPage = ({ events, upTo }: Page): Page => ({ events: events.map(withoutSealed), upTo });

const dataWithoutSealed = (data: object): object => {
  const entries = Object.entries(data);
  if (!entries.some(([, value]) => isSealed(value))) return data;
  return Object.fromEntries(entries.map(([field, value]) => [field, isSealed(value) ? null : value]));
};

const withoutSealed = (event: StoredEvent): StoredEvent => {
  const data = dataWithoutSealed(event.data);
  return data === event.data ? event : { ...event, data };
};

/** Text without this key of a sealed value holds none; inside of a text its quotes would be escaped. */
const SEALED = '"sealed":';

const rawWithoutSealed = (event: RawEvent): RawEvent => {
  const { json } = event;
  if (!json.includes(SEALED)) return event;
  const value = JSON.stringify(dataWithoutSealed(JSON.parse(json) as object));
  // Its other parts are still taken from the event when they are asked for.
  return Object.create(event, { json: { value, enumerable: true } }) as RawEvent;
};
