import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { ReopenCaseBody } from './reopen-case.dto.js';
import { reopenCase } from './reopen-case.js';

@Controller('cases/:id')
export class ReopenCaseHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('reopen')
  @Requires('case:reopen')
  @Takes({ body: ReopenCaseBody })
  @Answers(200, CaseAnswerBody)
  reopen(@Param('id') id: string, @Body() { reason }: ReopenCaseBody, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at, policy: { reopenWindow: window } }) => reopenCase({ at, data: { reason, window } }, current));
  }
}
