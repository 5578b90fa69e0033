import { decode, type StoredEvent } from '@onmaru/event-sourcing';
import { queueEvents, type QueueEvent } from '../../queue/queue.js';

/** One row of the queues view. */
export type QueueRecord = {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly openedPosition: number;
  readonly revision: number;
  readonly position: number;
};

type Recorded = QueueEvent & Pick<StoredEvent, 'tenant' | 'stream' | 'revision' | 'position'>;

export const foldQueue = (_: QueueRecord | null, event: Recorded): QueueRecord => {
  const { tenant, stream, revision, position } = event;
  return { tenant, id: stream.slice('queue-'.length), name: event.data.name, openedPosition: position, revision, position };
};

/** A queue's stream as its row; null when nobody opened it. */
export const queueIn = (history: readonly StoredEvent[]): QueueRecord | null =>
  history.map((stored): Recorded => ({ ...stored, ...decode(queueEvents, stored) })).reduce(foldQueue, null as QueueRecord | null);
