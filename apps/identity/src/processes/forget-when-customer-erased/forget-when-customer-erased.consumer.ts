import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CUSTOMER_ERASED_V1, type CustomerErasedV1 } from '@onmaru/contracts';
import { groupTransport, type Message } from '@onmaru/messaging';
import { ForgetCustomer } from './forget-customer.adapter.js';

const IDENTITY = groupTransport('identity');

/** Sees to it that an erasure which stands in the log is carried out, also when the process died just after it. */
@Controller()
export class ForgetWhenCustomerErasedConsumer {
  constructor(private readonly customers: ForgetCustomer) {}

  @EventPattern(CUSTOMER_ERASED_V1, IDENTITY)
  async erased(@Payload() { tenant, data: { customerId } }: Message<CustomerErasedV1>): Promise<void> {
    await this.customers.forget(tenant, customerId);
  }
}
