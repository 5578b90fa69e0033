import { Injectable } from '@nestjs/common';
import { commandHandler, type CommandHandler, type EventStore } from '@onmaru/event-sourcing';
import type { Clock, Instant } from '@onmaru/time';
import { v7 } from 'uuid';
import { userDecider, type UserCommand } from './decider.js';
import { userEvents, type UserRefusal } from './user.js';

/** The streams of staff and of customers' sign-ins, and the one way to change them. */
@Injectable()
export class UserStreams {
  readonly handle: CommandHandler<UserCommand, UserRefusal>['handle'];

  constructor(
    log: EventStore,
    private readonly clock: Clock,
  ) {
    this.handle = commandHandler({ store: log, decider: userDecider, types: userEvents, category: 'user', newId: v7 }).handle;
  }

  now(): Instant {
    return this.clock.now();
  }
}
