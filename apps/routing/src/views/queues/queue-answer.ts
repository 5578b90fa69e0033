import type { StoredEvent } from '@onmaru/event-sourcing';
import { queueIn, type QueueRecord } from './queue-record.js';

/** A queue as the API shows it, from its row or from its stream, which must not be empty. */
export const queueAnswer = (from: QueueRecord | readonly StoredEvent[]) => {
  const record = 'tenant' in from ? from : queueIn(from);
  if (!record) throw new Error('Nobody opened this queue');
  const { id, revision, name } = record;
  return { id, revision, name };
};
