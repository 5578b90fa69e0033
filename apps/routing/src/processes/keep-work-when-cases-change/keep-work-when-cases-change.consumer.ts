import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CASE_TOPIC } from '@onmaru/contracts';
import { groupTransport, type Message } from '@onmaru/messaging';
import { HandingOut } from '../../work/handing-out.adapter.js';
import { WorkBook } from '../../work/work-book.adapter.js';
import { workAfter, type WorkNews } from './keep-work-when-cases-change.js';

const ROUTING = groupTransport('routing');

@Controller()
export class KeepWorkConsumer {
  constructor(
    private readonly work: WorkBook,
    private readonly handing: HandingOut,
  ) {}

  @EventPattern([...CASE_TOPIC.types], ROUTING)
  async keep(@Payload() message: Message & WorkNews): Promise<void> {
    await this.work.change(message, message.data.caseId, (work) => workAfter(work, message));
    this.handing.soon(message.tenant, message.traceparent);
  }
}
