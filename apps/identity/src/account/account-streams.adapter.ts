import { Injectable } from '@nestjs/common';
import { commandHandler, type CommandHandler, type EventStore } from '@onmaru/event-sourcing';
import type { Clock, Instant } from '@onmaru/time';
import { v7 } from 'uuid';
import { accountDecider, type AccountCommand } from './decider.js';
import { accountEvents, type AccountRefusal } from './account.js';

/** The streams of programs, and the one way to change them. */
@Injectable()
export class AccountStreams {
  readonly handle: CommandHandler<AccountCommand, AccountRefusal>['handle'];

  constructor(
    log: EventStore,
    private readonly clock: Clock,
  ) {
    this.handle = commandHandler({ store: log, decider: accountDecider, types: accountEvents, category: 'account', newId: v7 }).handle;
  }

  now(): Instant {
    return this.clock.now();
  }
}
