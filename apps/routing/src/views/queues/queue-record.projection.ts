import type { View } from '@onmaru/read-models';
import { queues, type QueueEvent } from '../../queue/queue.js';
import { foldQueue, type QueueRecord } from './queue-record.js';
import { QueueRow } from './queue-record.entity.js';

export const queuesView: View<QueueRecord, QueueEvent> = {
  name: 'queues',
  entity: QueueRow,
  of: queues,
  fold: foldQueue,
  recorded: ['openedPosition', 'position'],
};
