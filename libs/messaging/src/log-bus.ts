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

  const itemsOf = (publication: Publication, stored: StoredEvent): readonly Item[] => {
    try {
      const message = messageOf(publication, stored);
      return message ? [{ message }] : [];
    } catch (trouble) {
      return [{ message: envelope(publication.topic, stored, stored), trouble }];
    }
  };

  const source: Source = {
    head: () => store.head(),
    async *batches(after, { topics, withoutHistory = false }, stop) {
      const wanted = topics.flatMap(publishing);
      const categories = [...new Set(wanted.map(({ category }) => category))];
      for await (const { events, upTo } of store.subscribe(after, { everyTenant: true, categories, withoutHistory }, stop)) {
        const items = events.flatMap((stored) =>
          wanted.filter(({ category }) => category === categoryOf(stored)).flatMap((publication) => itemsOf(publication, stored)),
        );
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
