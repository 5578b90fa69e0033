import { QUEUE_OPENED_V1, type QueueNews } from '@onmaru/contracts';
import { decode, idOf, type StoredEvent } from '@onmaru/event-sourcing';
import { queues } from '../queue/queue.js';

/** What others see of a queue. */
export const publishQueue = (stored: StoredEvent): QueueNews => {
  const event = decode(queues.events, stored);
  switch (event.type) {
    case 'QueueOpened':
      return { type: QUEUE_OPENED_V1, data: { queueId: idOf(stored), name: event.data.name } };
  }
};
