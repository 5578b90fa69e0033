import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CUSTOMER_ERASED_V1, CUSTOMER_REGISTERED_V1, QUEUE_OPENED_V1, STAFF_HIRED_V1, type CustomerErasedV1, type CustomerRegisteredV1, type QueueOpenedV1, type StaffHiredV1 } from '@onmaru/contracts';
import { groupTransport, type Message } from '@onmaru/messaging';
import { Directory } from './directory.adapter.js';

const CASES = groupTransport('cases');

/** What identity and routing say of those whom cases name. */
@Controller()
export class DirectoryConsumer {
  constructor(private readonly directory: Directory) {}

  @EventPattern(CUSTOMER_REGISTERED_V1, CASES)
  async customer(@Payload() message: Message<CustomerRegisteredV1>): Promise<void> {
    const { customerId: id, name, externalId } = await this.directory.opened(message);
    await this.directory.write(message, { kind: 'customer', id, name, externalId });
  }

  @EventPattern(CUSTOMER_ERASED_V1, CASES)
  async erased(@Payload() message: Message<CustomerErasedV1>): Promise<void> {
    await this.directory.forget(message, 'customer', message.data.customerId);
  }

  @EventPattern(STAFF_HIRED_V1, CASES)
  async staff(@Payload() message: Message<StaffHiredV1>): Promise<void> {
    const { userId: id, name, externalId } = await this.directory.opened(message);
    await this.directory.write(message, { kind: 'staff', id, name, externalId });
  }

  @EventPattern(QUEUE_OPENED_V1, CASES)
  async queue(@Payload() message: Message<QueueOpenedV1>): Promise<void> {
    const { queueId: id, name } = message.data;
    await this.directory.write(message, { kind: 'queue', id, name, externalId: null });
  }
}
