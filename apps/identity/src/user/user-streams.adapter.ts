import { Injectable } from '@nestjs/common';
import { commandHandler, decode, type CommandHandler, type EventStore } from '@onmaru/event-sourcing';
import type { Clock, Instant } from '@onmaru/time';
import { v7 } from 'uuid';
import { userDecider, type UserCommand } from './decider.js';
import { userEvents, type UserRefusal } from './user.js';

/** The streams of staff and of customers' sign-ins, and the one way to change them. */
@Injectable()
export class UserStreams {
  readonly handle: CommandHandler<UserCommand, UserRefusal>['handle'];

  constructor(
    private readonly log: EventStore,
    private readonly clock: Clock,
  ) {
    this.handle = commandHandler({ store: log, decider: userDecider, types: userEvents, category: 'user', newId: v7 }).handle;
  }

  async isStaff(tenant: string, userId: string): Promise<boolean> {
    const history = await this.log.readStream(tenant, `user-${userId}`);
    return history.map((stored) => decode(userEvents, stored)).reduce(userDecider.evolve, userDecider.initialState).state === 'staff';
  }

  now(): Instant {
    return this.clock.now();
  }
}
