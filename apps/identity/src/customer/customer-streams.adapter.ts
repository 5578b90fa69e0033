import { Injectable } from '@nestjs/common';
import { commandHandler, decode, type CommandHandler, type EventStore } from '@onmaru/event-sourcing';
import type { Clock, Instant } from '@onmaru/time';
import { v7 } from 'uuid';
import { customerDecider, type CustomerCommand } from './decider.js';
import { customerEvents, type CustomerRefusal } from './customer.js';

/** The streams of customers, and the one way to change them. */
@Injectable()
export class CustomerStreams {
  readonly handle: CommandHandler<CustomerCommand, CustomerRefusal>['handle'];

  constructor(
    private readonly log: EventStore,
    private readonly clock: Clock,
  ) {
    this.handle = commandHandler({ store: log, decider: customerDecider, types: customerEvents, category: 'customer', newId: v7 }).handle;
  }

  async isErased(tenant: string, customerId: string): Promise<boolean> {
    const history = await this.log.readStream(tenant, `customer-${customerId}`);
    return history.map((stored) => decode(customerEvents, stored)).reduce(customerDecider.evolve, customerDecider.initialState).state === 'erased';
  }

  now(): Instant {
    return this.clock.now();
  }
}
