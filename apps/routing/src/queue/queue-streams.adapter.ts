import { Streams, type StreamPorts } from '@onmaru/event-sourcing';
import { queues, type Queue, type QueueEvent } from './queue.js';

/** The streams of queues. */
export class QueueStreams extends Streams<Queue, QueueEvent> {
  constructor(ports: StreamPorts) {
    super(queues, ports);
  }
}
