import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { DirectoryQuery } from '../../directory/directory.query.js';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { ChangeCaseCustomerBody } from './change-case-customer.dto.js';
import { changeCaseCustomer } from './change-case-customer.js';

@Controller('cases/:id')
export class ChangeCaseCustomerHttp {
  constructor(
    private readonly cases: CaseCommands,
    private readonly directory: DirectoryQuery,
  ) {}

  @Post('change-customer')
  @Requires('case:change-customer')
  @Takes({ body: ChangeCaseCustomerBody })
  @Answers(200, CaseAnswerBody)
  async changeCustomer(@Param('id') id: string, @Body() { customerId: wanted }: ChangeCaseCustomerBody, @Asking() asking: CommandContext) {
    const customerId = await this.directory.customer(asking.tenant, wanted);
    return this.cases.handle(id, asking, (current, { at }) => changeCaseCustomer({ at, data: { customerId } }, current));
  }
}
