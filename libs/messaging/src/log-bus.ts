import type { EventStore, StoredEvent } from '@onmaru/event-sourcing';
import type { Bus } from './bus.js';
import type { Checkpoints } from './checkpoints.js';
import { envelope, messageOf, type Message, type Publication } from './message.js';
import { pump, type Item, type PumpOptions, type Source } from './pump.js';

export type LogBusOptions = PumpOptions & {
  /** The log as it lies: what is sealed stays sealed. */
  readonly store: EventStore;
  readonly publications: readonly Publication[];
  readonly checkpoints: Checkpoints;
};

const categoryOf = ({ stream }: Pick<StoredEvent, 'stream'>): string => stream.slice(0, stream.indexOf('-'));

/** The log itself as the bus: every group follows it from its own checkpoint, and messages are made as they are read. */
export const logBus = ({ store, publications, checkpoints, ...options }: LogBusOptions): Bus => {
  const publishing = (topic: string): readonly Publication[] => {
    const found = publications.filter((publication) => publication.topic === topic);
    if (found.length === 0) throw new Error(`nobody publishes the topic ${topic}`);
    return found;
  };

  const itemOf = (publication: Publication, stored: StoredEvent): Item | null => {
    try {
      const message = messageOf(publication, stored);
      return message && { message };
    } catch (trouble) {
      return { message: envelope(publication.topic, stored, stored), trouble };
    }
  };

  const source: Source = {
    head: () => store.head(),
    async *batches(after, { topics, withoutHistory = false }, stop) {
      const wanted = topics.flatMap(publishing);
      const byCategory = Map.groupBy(wanted, ({ category }) => category);
      for await (const { events, upTo } of store.subscribe(after, { everyTenant: true, categories: [...byCategory.keys()], withoutHistory }, stop)) {
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
  };

  return {
    subscribe(subscription) {
      subscription.topics.forEach(publishing);
      return pump(source, checkpoints, subscription, options);
    },
    async remake(message: Message): Promise<Message> {
      const stream = await store.readStream(message.tenant, message.key);
      const stored = stream.find(({ id }) => id === message.id);
      const made = stored && publishing(message.topic).map((publication) => messageOf(publication, stored)).find((one) => one !== null);
      return made ?? message;
    },
  };
};
