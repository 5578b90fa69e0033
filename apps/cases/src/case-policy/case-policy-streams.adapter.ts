import { Streams, type StreamPorts } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';
import { casePolicies, type CasePolicies, type CasePolicyEvent } from './case-policy.js';

/** The streams of case policies: one for a tenant, by the tenant's id. */
export class CasePolicyStreams extends Streams<CasePolicies, CasePolicyEvent> {
  constructor(ports: StreamPorts) {
    super(casePolicies, ports);
  }

  now(): Instant {
    return this.ports.clock.now();
  }
}
