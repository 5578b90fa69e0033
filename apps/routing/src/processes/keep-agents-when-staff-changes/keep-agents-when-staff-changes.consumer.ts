import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { STAFF_DISABLED_V1, STAFF_ENABLED_V1, STAFF_HIRED_V1 } from '@onmaru/contracts';
import { groupTransport, type Message } from '@onmaru/messaging';
import { done } from '@onmaru/service-kit';
import { AgentStreams } from '../../agent/agent-streams.adapter.js';
import { keepAgents, type StaffNews } from './keep-agents-when-staff-changes.js';

const ROUTING = groupTransport('routing');

/** The command takes its id from the message: however often that comes, an agent's stream changes once. */
@Controller()
export class KeepAgentsConsumer {
  constructor(private readonly agents: AgentStreams) {}

  @EventPattern([STAFF_HIRED_V1, STAFF_DISABLED_V1, STAFF_ENABLED_V1], ROUTING)
  async keep(@Payload() message: Message & StaffNews): Promise<void> {
    const { id, tenant, correlationId, traceparent } = message;
    const actor = { kind: 'system', id: 'routing' } as const;
    const context = { tenant, actor, commandId: id, correlationId, causationId: id, ...(traceparent !== undefined && { traceparent }) };
    done(await this.agents.handle(context, message.data.userId, keepAgents(message)));
  }
}
