import { Streams, type StreamPorts } from '@onmaru/event-sourcing';
import { tenants, type Tenant, type TenantEvent } from './tenant.js';

/** The streams of tenants. */
export class TenantStreams extends Streams<Tenant, TenantEvent> {
  constructor(ports: StreamPorts) {
    super(tenants, ports);
  }
}
