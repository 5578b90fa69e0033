import { sealed, type EventStore, type Keys, type StoredEvent } from '@onmaru/event-sourcing';
import type { Message } from './message.js';

const TYPE = 'bus.Message.v1';

/**
 * The message with its personal fields opened; null where the person was erased. Contracts keep the names of the
 * fields that they take over, since a seal is bound to its field.
 *
 * @throws what `keys` throws when they cannot be had (the message is then tried again), LogError `broken-seal`.
 */
export const opened = async <Data extends object>(message: Message<Data>, keys: Keys): Promise<Message<Data>> => {
  const { id, tenant, key: stream, data } = message;
  const failures: unknown[] = [];
  const watched: Keys = {
    toOpen: (...asked) =>
      keys.toOpen(...asked).catch((error: unknown) => {
        failures.push(error);
        throw error;
      }),
    toSeal: (...asked) => keys.toSeal(...asked),
  };
  const lone = { readStream: () => Promise.resolve([{ id, tenant, stream, type: TYPE, data } as unknown as StoredEvent]) } as unknown as EventStore;
  const types = { context: 'bus', types: { Message: { version: 1, personal: Object.keys(data) } } };
  const [found] = await sealed(lone, [types], watched).readStream(tenant, stream);
  if (failures.length > 0) throw failures[0];
  return { ...message, data: (found?.data ?? data) as Data };
};
