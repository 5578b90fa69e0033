import { idOf, rowIn, type Recorded, type StoredEvent } from '@onmaru/event-sourcing';
import { queues, type QueueEvent } from '../../queue/queue.js';

/** One row of the queues view. */
export type QueueRecord = {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly openedPosition: number;
  readonly revision: number;
  readonly position: number;
};

export const foldQueue = (_: QueueRecord | null, event: Recorded<QueueEvent, 'tenant' | 'stream' | 'revision' | 'position'>): QueueRecord => {
  const { tenant, revision, position } = event;
  return { tenant, id: idOf(event), name: event.data.name, openedPosition: position, revision, position };
};

/** A queue's stream as its row; null when nobody opened it. */
export const queueIn = (history: readonly StoredEvent[]): QueueRecord | null =>
  rowIn(history, queues.events, foldQueue);
