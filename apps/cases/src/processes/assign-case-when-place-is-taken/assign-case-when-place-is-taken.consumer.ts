import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { AGENT_PLACE_TAKEN_V1 } from '@onmaru/contracts';
import { groupTransport, type Message } from '@onmaru/messaging';
import { done } from '@onmaru/service-kit';
import { CaseStreams } from '../../case/case-streams.adapter.js';
import { assignCase, type PlaceNews } from './assign-case-when-place-is-taken.js';

const CASES = groupTransport('cases');

/** The command takes its id from the message: however often that comes, the case changes once. */
@Controller()
export class AssignCaseConsumer {
  constructor(private readonly cases: CaseStreams) {}

  /** What the case refuses is no failure: somebody was quicker, and routing hears so from the case itself. */
  @EventPattern(AGENT_PLACE_TAKEN_V1, CASES)
  async assign(@Payload() message: Message & PlaceNews): Promise<void> {
    const { id, tenant, correlationId, traceparent, data } = message;
    const actor = { kind: 'system', id: 'routing' } as const;
    const context = { tenant, actor, commandId: id, correlationId, causationId: id, ...(traceparent !== undefined && { traceparent }) };
    const outcome = await this.cases.handle(context, data.caseId, assignCase(message));
    if (outcome.outcome !== 'refused') done(outcome);
  }
}
