import type { EventStore, Filter, StoredEvent } from '@onmaru/event-sourcing';
import type { Bus } from './bus.js';
import type { Item, Source, Wanted } from './follower.js';
import { envelope, messageOf, type Publication } from './message.js';

export type LogSourceOptions = {
  /** The log as it lies: what is sealed stays sealed. */
  readonly store: EventStore;
  readonly publications: readonly Publication[];
};

/** Messages as they are made from the log; `publishing` throws for a topic that nobody publishes. */
export type LogSource = Source & Pick<Bus, 'remake'> & { publishing(topic: string): readonly Publication[] };

const categoryOf = ({ stream }: Pick<StoredEvent, 'stream'>): string => stream.slice(0, stream.indexOf('-'));

const itemOf = (publication: Publication, stored: StoredEvent): Item | null => {
  try {
    const message = messageOf(publication, stored);
    return message && { message };
  } catch (trouble) {
    return { message: envelope(publication.topic, stored, stored), trouble };
  }
};

export const logSource = ({ store, publications }: LogSourceOptions): LogSource => {
  const publishing = (topic: string): readonly Publication[] => {
    const found = publications.filter((publication) => publication.topic === topic);
    if (found.length === 0) throw new Error(`nobody publishes the topic ${topic}`);
    return found;
  };

  const filterOf = ({ topics, withoutHistory = false }: Wanted): Filter => ({ everyTenant: true, categories: [...new Set(topics.flatMap(publishing).map(({ category }) => category))], withoutHistory });

  return {
    publishing,
    head: () => store.head(),
    async oldest(after, wanted) {
      const { events } = await store.readAll(after, filterOf(wanted), 1);
      return events[0]?.recordedAt ?? null;
    },
    async *batches(after, wanted, stop) {
      const byCategory = Map.groupBy(wanted.topics.flatMap(publishing), ({ category }) => category);
      for await (const { events, upTo } of store.subscribe(after, filterOf(wanted), stop)) {
        const items: Item[] = [];
        for (const stored of events) {
          for (const publication of byCategory.get(categoryOf(stored)) ?? []) {
            const item = itemOf(publication, stored);
            if (item) items.push(item);
          }
        }
        yield { items, upTo };
      }
    },
    async remake(message) {
      const stream = await store.readStream(message.tenant, message.key);
      const stored = stream.find(({ id }) => id === message.id);
      const made = stored && publishing(message.topic).map((publication) => messageOf(publication, stored)).find((one) => one !== null);
      return made ?? message;
    },
  };
};
