import { QUEUE_OPENED_V1, type QueueOpenedV1 } from '@onmaru/contracts';
import { decode, idOf, type StoredEvent } from '@onmaru/event-sourcing';
import { queueEvents } from '../queue/queue.js';

export type PublishedQueueEvent = { readonly type: typeof QUEUE_OPENED_V1; readonly data: QueueOpenedV1 };

/** What others see of a queue. */
export const publishQueue = (stored: StoredEvent): PublishedQueueEvent => {
  const event = decode(queueEvents, stored);
  switch (event.type) {
    case 'QueueOpened':
      return { type: QUEUE_OPENED_V1, data: { queueId: idOf(stored), name: event.data.name } };
  }
};
