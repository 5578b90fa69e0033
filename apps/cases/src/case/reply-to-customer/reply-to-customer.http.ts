import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { ReplyToCustomerBody } from './reply-to-customer.dto.js';
import { replyToCustomer } from './reply-to-customer.js';

@Controller('cases/:id')
export class ReplyToCustomerHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('reply-to-customer')
  @Requires('case:reply-to-customer')
  @Takes({ body: ReplyToCustomerBody })
  @Answers(200, CaseAnswerBody)
  reply(@Param('id') id: string, @Body() { text }: ReplyToCustomerBody, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => replyToCustomer({ at, data: { text } }, current));
  }
}
