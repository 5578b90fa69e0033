import { Streams, type StreamPorts } from '@onmaru/event-sourcing';
import { cases, type Case, type CaseEvent } from './case.js';

/** The streams of cases. */
export class CaseStreams extends Streams<Case, CaseEvent> {
  constructor(ports: StreamPorts) {
    super(cases, ports);
  }
}
