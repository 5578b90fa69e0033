import { commandHandler, type CommandHandler, type EventStore } from '@onmaru/event-sourcing';
import type { CommandContext } from '@onmaru/service-kit';
import type { Clock, Instant } from '@onmaru/time';
import { v7 } from 'uuid';
import { casePolicyEvents, type CasePolicyRefusal } from './case-policy.js';
import { casePolicyDecider, type CasePolicyCommand } from './decider.js';

/** The stream of a tenant's case policies, and the one way to change it. */
export class CasePolicyStreams {
  private readonly handler: CommandHandler<CasePolicyCommand, CasePolicyRefusal>;

  constructor(
    log: EventStore,
    private readonly clock: Clock,
  ) {
    this.handler = commandHandler({ store: log, decider: casePolicyDecider, types: casePolicyEvents, category: 'casepolicy', newId: v7 });
  }

  now(): Instant {
    return this.clock.now();
  }

  handle(asking: CommandContext, command: CasePolicyCommand) {
    return this.handler.handle(asking, asking.tenant, command, asking.expected);
  }
}
