import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { AGENT_PLACE_TAKEN_V1 } from '@onmaru/contracts';
import { causedBy, groupTransport, type Message } from '@onmaru/messaging';
import { done } from '@onmaru/service-kit';
import { CaseStreams } from '../../case/case-streams.adapter.js';
import { assignWhenPlaceIsTaken, type PlaceNews } from './assign-case-when-place-is-taken.js';

const CASES = groupTransport('cases');

/** The command takes its id from the message: however often that comes, the case changes once. */
@Controller()
export class AssignCaseConsumer {
  constructor(private readonly cases: CaseStreams) {}

  /** What the case refuses is no failure: somebody was quicker, and routing hears so from the case itself. */
  @EventPattern(AGENT_PLACE_TAKEN_V1, CASES)
  async assign(@Payload() message: Message & PlaceNews): Promise<void> {
    const outcome = await this.cases.handle(causedBy(message, 'routing'), message.data.caseId, (current) => assignWhenPlaceIsTaken(message, current));
    if (outcome.outcome !== 'refused') done(outcome);
  }
}
