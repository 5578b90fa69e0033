import { Injectable } from '@nestjs/common';
import { commandHandler, type CommandHandler, type EventStore } from '@onmaru/event-sourcing';
import type { Clock, Instant } from '@onmaru/time';
import { v7 } from 'uuid';
import { agentDecider, type AgentCommand } from './decider.js';
import { type AgentRefusal } from './agent.js';
import { agentEvents } from './agent-events.js';

/** The streams of agents, and the one way to change them. */
@Injectable()
export class AgentStreams {
  readonly handle: CommandHandler<AgentCommand, AgentRefusal>['handle'];

  constructor(
    log: EventStore,
    private readonly clock: Clock,
  ) {
    this.handle = commandHandler({ store: log, decider: agentDecider, types: agentEvents, category: 'agent', newId: v7 }).handle;
  }

  now(): Instant {
    return this.clock.now();
  }
}
