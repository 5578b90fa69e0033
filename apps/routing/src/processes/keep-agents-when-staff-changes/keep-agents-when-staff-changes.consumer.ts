import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { STAFF_DISABLED_V1, STAFF_ENABLED_V1, STAFF_HIRED_V1 } from '@onmaru/contracts';
import { causedBy, groupTransport, type Message } from '@onmaru/messaging';
import { done } from '@onmaru/service-kit';
import { AgentStreams } from '../../agent/agent-streams.adapter.js';
import { keepAgents, type HiringNews } from './keep-agents-when-staff-changes.js';

const ROUTING = groupTransport('routing');

/** The command takes its id from the message: however often that comes, an agent's stream changes once. */
@Controller()
export class KeepAgentsConsumer {
  constructor(private readonly agents: AgentStreams) {}

  @EventPattern([STAFF_HIRED_V1, STAFF_DISABLED_V1, STAFF_ENABLED_V1], ROUTING)
  async keep(@Payload() message: Message & HiringNews): Promise<void> {
    done(await this.agents.handleToState(causedBy(message, 'routing'), message.data.userId, (current) => keepAgents(message, current)));
  }
}
