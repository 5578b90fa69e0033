import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Decision, Queue } from '../queue.js';

/** A queue's stream follows from its name: a name that is taken is a stream that exists. */
export type OpenQueue = Command<{ readonly name: string }>;

export const openQueue = ({ at, data: { name } }: OpenQueue, current: Queue): Decision<'QueueOpened'> => {
  if (current.state === 'open') return refuse('queue-name-taken');
  return [{ type: 'QueueOpened', occurredAt: at, data: { name } }];
};
