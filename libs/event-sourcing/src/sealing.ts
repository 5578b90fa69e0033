import type { Append, EventStore, Page } from './event-store.js';
import type { NewEvent, StoredEvent } from './event.js';
import type { EventTypes } from './event-types.js';
import type { Keys } from './keys.js';
import { LogError } from './log-error.js';
import { isSealed, personalFields, subjectOf, type PersonalFields, type Sealed } from './personal-fields.js';
import { seal, unseal } from './seal.js';
import { jsonOf } from './storable.js';

type Data = Readonly<Record<string, unknown>>;
type SubjectKeys = ReadonlyMap<string, Uint8Array>;
const NO_KEYS: SubjectKeys = new Map();

const present = ({ fields }: PersonalFields, data: Data): readonly string[] =>
  fields.filter((field) => data[field] !== undefined && data[field] !== null);

/** What reading comes to while keys cannot be had: fields are withheld, or it fails with `no-key` and may be tried again. */
export type KeysOutOfReach = 'withhold' | 'fail';

/**
 * A log whose personal fields are sealed with their subject's key on the way in, and opened on the way out. Without a
 * key a field reads as null; also when keys cannot be had at all, unless reading is to `fail` then. An append then fails
 * with `no-key`. Text about a subject who was erased is sealed for the stream instead, so that none is lost.
 *
 * @throws LogError `no-key` and `invalid-append` (a type that no context has) on append, `broken-seal` on read.
 */
export const sealed = (store: EventStore, allTypes: readonly EventTypes[], keys: Keys, outOfReach: KeysOutOfReach = 'withhold'): EventStore => {
  const personal = personalFields(allTypes);

  const typeOf = (name: string): PersonalFields => {
    const type = personal.get(name);
    if (type) return type;
    throw new LogError('invalid-append', `No context has the event type ${name}, so what of it is personal is not known`);
  };

  const keysToSeal = async (tenant: string, stream: string, subjects: ReadonlySet<string>): Promise<SubjectKeys> => {
    try {
      const found = await keys.toSeal(tenant, [...subjects]);
      if ([...subjects].every((subject) => found.has(subject))) return found;
      return new Map([...found, ...(await keys.toSeal(tenant, [stream]))]);
    } catch (cause) {
      throw new LogError('no-key', `Nothing was appended to ${stream}: the keys to seal its personal fields cannot be had`, { cause });
    }
  };

  const sealEvent = (event: NewEvent, stream: string, found: SubjectKeys): NewEvent => {
    const type = typeOf(event.type);
    const data = event.data as Data;
    const fields = present(type, data);
    if (fields.length === 0) return event;
    const asked = subjectOf(type, data, stream);
    const subject = found.has(asked) ? asked : stream;
    const key = found.get(subject);
    if (!key) throw new LogError('no-key', `Nothing was appended to ${stream}: neither ${asked} nor the stream has a key to seal with`);
    const values = fields.map((field) => [field, { sealed: seal(data[field], key, { stream, eventId: event.id, field }), subject }]);
    return { ...event, data: { ...data, ...(Object.fromEntries(values) as Data) } };
  };

  const append = async (asked: Append): ReturnType<EventStore['append']> => {
    const { tenant, stream, events } = asked;
    const subjects = new Set<string>();
    for (const event of events) {
      const type = typeOf(event.type);
      if (present(type, event.data as Data).length === 0) continue;
      jsonOf(stream, event); // what cannot be stored in the open must not slip in sealed
      subjects.add(subjectOf(type, event.data, stream));
    }
    if (subjects.size === 0) return store.append(asked);
    const found = await keysToSeal(tenant, stream, subjects);
    return store.append({ ...asked, events: events.map((event) => sealEvent(event, stream, found)) });
  };

  const sealedParts = ({ type, data }: StoredEvent): readonly (readonly [string, Sealed])[] =>
    personal.get(type)?.fields.flatMap((field) => {
      const value = (data as Data)[field];
      return isSealed(value) ? [[field, value] as const] : [];
    }) ?? [];

  const openEvent = (event: StoredEvent, found: SubjectKeys): StoredEvent => {
    const parts = sealedParts(event);
    if (parts.length === 0) return event;
    const values = parts.map(([field, { sealed: text, subject }]) => {
      const key = found.get(subject);
      return [field, key ? unseal(text, key, { stream: event.stream, eventId: event.id, field }) : null];
    });
    return { ...event, data: { ...event.data, ...(Object.fromEntries(values) as Data) } };
  };

  const keysToOpen = async (tenant: string, events: readonly StoredEvent[]): Promise<SubjectKeys> => {
    const subjects = new Set(events.flatMap((event) => sealedParts(event).map(([, { subject }]) => subject)));
    try {
      return subjects.size === 0 ? NO_KEYS : await keys.toOpen(tenant, [...subjects]);
    } catch (cause) {
      if (outOfReach === 'fail') throw new LogError('no-key', 'The keys to open personal fields cannot be had', { cause });
      return NO_KEYS;
    }
  };

  const opened = async (events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> => {
    const byTenant = Map.groupBy(events, ({ tenant }) => tenant);
    const found = new Map(await Promise.all([...byTenant].map(async ([tenant, own]) => [tenant, await keysToOpen(tenant, own)] as const)));
    return events.map((event) => openEvent(event, found.get(event.tenant) ?? NO_KEYS));
  };

  const openedPage = async ({ events, upTo }: Page): Promise<Page> => ({ events: await opened(events), upTo });

  return {
    append,
    readStream: async (...asked) => opened(await store.readStream(...asked)),
    readAll: async (...asked) => openedPage(await store.readAll(...asked)),
    readRaw: (...asked) => store.readRaw(...asked),
    async *subscribe(...asked) {
      for await (const page of store.subscribe(...asked)) yield await openedPage(page);
    },
    head: () => store.head(),
    readSnapshot: (...asked) => store.readSnapshot(...asked),
    keepSnapshot: (snapshot) => store.keepSnapshot(snapshot),
    holds: (...asked) => store.holds(...asked),
  };
};
