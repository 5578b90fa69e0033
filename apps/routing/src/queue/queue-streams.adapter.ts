import { Injectable } from '@nestjs/common';
import { commandHandler, type CommandHandler, type EventStore } from '@onmaru/event-sourcing';
import type { Clock, Instant } from '@onmaru/time';
import { v7 } from 'uuid';
import { queueDecider, type QueueCommand } from './decider.js';
import { queueEvents, type QueueRefusal } from './queue.js';

/** The streams of queues, and the one way to change them. */
@Injectable()
export class QueueStreams {
  readonly handle: CommandHandler<QueueCommand, QueueRefusal>['handle'];

  constructor(
    log: EventStore,
    private readonly clock: Clock,
  ) {
    this.handle = commandHandler({ store: log, decider: queueDecider, types: queueEvents, category: 'queue', newId: v7 }).handle;
  }

  now(): Instant {
    return this.clock.now();
  }
}
