import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { RecordCustomerReplyBody } from './record-customer-reply.dto.js';
import { recordCustomerReply } from './record-customer-reply.js';

@Controller('cases/:id')
export class RecordCustomerReplyHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('record-customer-reply')
  @Requires('case:record-customer-reply')
  @Takes({ body: RecordCustomerReplyBody })
  @Answers(200, CaseAnswerBody)
  record(@Param('id') id: string, @Body() { text }: RecordCustomerReplyBody, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => recordCustomerReply({ at, data: { text } }, current));
  }
}
