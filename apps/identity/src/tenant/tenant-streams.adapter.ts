import { Injectable } from '@nestjs/common';
import { commandHandler, type CommandHandler, type EventStore } from '@onmaru/event-sourcing';
import type { Clock, Instant } from '@onmaru/time';
import { v7 } from 'uuid';
import { tenantDecider, type TenantCommand } from './decider.js';
import { tenantEvents, type TenantRefusal } from './tenant.js';

/** The streams of tenants, and the one way to change them. */
@Injectable()
export class TenantStreams {
  readonly handle: CommandHandler<TenantCommand, TenantRefusal>['handle'];

  constructor(
    log: EventStore,
    private readonly clock: Clock,
  ) {
    this.handle = commandHandler({ store: log, decider: tenantDecider, types: tenantEvents, category: 'tenant', newId: v7 }).handle;
  }

  now(): Instant {
    return this.clock.now();
  }
}
