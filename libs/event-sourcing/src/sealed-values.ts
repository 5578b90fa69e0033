import type { EventStore, Page, SnapshotStore } from './event-store.js';
import type { RawEvent, StoredEvent } from './event.js';
import type { Keys } from './keys.js';
import { isSealed, type Sealed } from './personal-fields.js';
import { unseal } from './seal.js';

/** What carries sealed values away from the log: the event's id, its stream, its tenant, and the values. */
export type Carrier<Data extends object> = { readonly id: string; readonly key: string; readonly tenant: string; readonly data: Data };

/** A message's data with its sealed values opened; null where there is no key any more. Rejects when keys cannot be had. */
export const openedData = async <Data extends object>(keys: Keys, { id, key: stream, tenant, data }: Carrier<Data>): Promise<Data> => {
  const sealed = Object.entries(data).filter((entry): entry is [string, Sealed] => isSealed(entry[1]));
  if (sealed.length === 0) return data;
  const found = await keys.toOpen(tenant, [...new Set(sealed.map(([, { subject }]) => subject))]);
  const opened = sealed.map(([field, { sealed: text, subject }]) => {
    const key = found.get(subject);
    return [field, key ? unseal(text, key, { stream, eventId: id, field }) : null];
  });
  return { ...data, ...(Object.fromEntries(opened) as Partial<Data>) };
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
