import { Body, Controller, Post } from '@nestjs/common';
import { Answer, Answers, Asking, done, IdempotencyKeys, Requires, Takes, type CommandContext } from '@onmaru/service-kit';
import { personId } from '../../person-id.adapter.js';
import { customerAnswer } from '../../views/customers/customer-answer.js';
import { CustomerBody } from '../../views/customers/customer.dto.js';
import { CustomerStreams } from '../customer-streams.adapter.js';
import { RegisterCustomerBody } from './register-customer.dto.js';
import { registerCustomer } from './register-customer.js';

@Controller('customers')
export class RegisterCustomerHttp {
  constructor(
    private readonly customers: CustomerStreams,
    private readonly keys: IdempotencyKeys,
  ) {}

  @Post()
  @Requires('customer:register')
  @Takes({ body: RegisterCustomerBody })
  @Answers(201, CustomerBody)
  async register(@Body() body: RegisterCustomerBody, @Asking() asking: CommandContext) {
    const { name, email = null, phone = null, locale = null, externalId = null } = body;
    await this.keys.bind(asking);
    const customerId = personId(asking, 'customer', externalId);
    const data = { customerId, name, email, phone, locale, externalId };
    const registered = done(await this.customers.create(asking, customerId, (current, at) => registerCustomer({ at, data }, current)));
    return new Answer(customerAnswer(registered.history), registered, `/api/v1/customers/${customerId}`);
  }
}
