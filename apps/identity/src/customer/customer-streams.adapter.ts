import { Streams, type StreamPorts } from '@onmaru/event-sourcing';
import { customers, type Customer, type CustomerEvent } from './customer.js';

/** The streams of customers. */
export class CustomerStreams extends Streams<Customer, CustomerEvent> {
  constructor(ports: StreamPorts) {
    super(customers, ports);
  }
}
