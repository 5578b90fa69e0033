import { Injectable } from '@nestjs/common';
import { commandHandler, type CommandHandler, type EventStore } from '@onmaru/event-sourcing';
import { VIEW_PATIENCE, type CaughtUp, type CommandContext } from '@onmaru/service-kit';
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
    private readonly log: EventStore,
    private readonly clock: Clock,
  ) {
    this.handle = commandHandler({ store: log, decider: agentDecider, types: agentEvents, category: 'agent', newId: v7 }).handle;
  }

  /** As `handle`, where whoever asks may have hired the agent a moment ago: before they are unknown, `heard` catches up. */
  async change(asking: CommandContext, id: string, command: AgentCommand, heard: CaughtUp): ReturnType<typeof this.handle> {
    const outcome = await this.handle(asking, id, command, asking.expected);
    if (outcome.outcome !== 'refused' || outcome.refused !== 'agent-not-found') return outcome;
    await heard.waitFor(await this.log.head(), VIEW_PATIENCE);
    return this.handle(asking, id, command, asking.expected);
  }

  now(): Instant {
    return this.clock.now();
  }
}
