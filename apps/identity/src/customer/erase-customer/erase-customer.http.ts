import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answer, Answers, Asking, done, Requires, Takes, type CommandContext } from '@onmaru/service-kit';
import { ForgetCustomer } from '../../processes/forget-when-customer-erased/forget-customer.adapter.js';
import { customerAnswer } from '../../views/customers/customer-answer.js';
import { CustomerBody } from '../../views/customers/customer.dto.js';
import { CustomerStreams } from '../customer-streams.adapter.js';
import { EraseCustomerBody } from './erase-customer.dto.js';
import { eraseCustomer } from './erase-customer.js';

@Controller('customers/:id')
export class EraseCustomerHttp {
  constructor(
    private readonly customers: CustomerStreams,
    private readonly forget: ForgetCustomer,
  ) {}

  @Post('erase')
  @Requires('customer:erase')
  @Takes({ body: EraseCustomerBody })
  @Answers(200, CustomerBody)
  async erase(@Param('id') id: string, @Body() { reason }: EraseCustomerBody, @Asking() asking: CommandContext) {
    const erased = done(await this.customers.handle(asking, id, (current, at) => eraseCustomer({ at, data: { reason } }, current), asking.expected));
    await this.forget.forget(asking.tenant, id);
    return new Answer(customerAnswer(erased.history), erased);
  }
}
