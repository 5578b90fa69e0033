import { specFor } from '@onmaru/event-sourcing/testing';
import { queues } from '../queue.js';
import { openQueue } from './open-queue.js';

const { given } = specFor(queues, openQueue);
const at = '2026-03-01T09:00:00.000Z';
const open = { at, data: { name: '환불' } } as const;
const opened = { type: 'QueueOpened', occurredAt: at, data: { name: '환불' } } as const;

describe('Open a queue', () => {
  it('gives work one more place to wait', () => given().when(open).then(opened));

  it('is refused when a queue has that name', () => given(opened).when(open).thenRefused('queue-name-taken'));
});
