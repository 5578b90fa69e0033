import type { Bus } from './bus.js';
import { inMemoryCheckpoints, type Checkpoints } from './checkpoints.js';
import type { Source, Wanted } from './follower.js';
import type { Message } from './message.js';
import { pump, type PumpOptions } from './pump.js';

/** A bus to which tests say directly what others would have told. */
export type InMemoryBus = Bus & {
  /** Puts a message on its topic; it gets the next position. */
  publish(message: Omit<Message, 'position'>): Message;
};

/** A bus in memory, for specs and simulation. `checkpoints` may be shared, as replicas of a service share theirs. */
export const inMemoryBus = (options: PumpOptions & { readonly checkpoints?: Checkpoints } = {}): InMemoryBus => {
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  const { checkpoints = inMemoryCheckpoints() } = options;

  const more = (position: number, stop: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        if (messages.length <= position && !stop.aborted) return;
        waiting.delete(wake);
        stop.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      stop.addEventListener('abort', wake);
      wake();
    });

  const isWanted = ({ topics, withoutHistory = false }: Wanted, { topic, actor }: Message): boolean => topics.includes(topic) && !(withoutHistory && actor.kind === 'external');

  const source: Source = {
    head: () => Promise.resolve(messages.length),
    oldest: (after, wanted) => Promise.resolve(messages.find((message) => message.position > after && isWanted(wanted, message))?.time ?? null),
    async *batches(after, wanted, stop) {
      for (let at = after; !stop.aborted; ) {
        await more(at, stop);
        if (stop.aborted) return;
        const fresh = messages.slice(at);
        at += fresh.length;
        yield { items: fresh.filter((message) => isWanted(wanted, message)).map((message) => ({ message })), upTo: at };
      }
    },
  };

  return {
    subscribe: (subscription) => pump(source, checkpoints, subscription, options),
    remake: (message) => Promise.resolve(message),
    publish(message) {
      const placed = { ...message, position: messages.length + 1 };
      messages.push(placed);
      waiting.forEach((wake) => wake());
      return placed;
    },
  };
};
