import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { HoldCaseBody } from './hold-case.dto.js';
import { holdCase } from './hold-case.js';

@Controller('cases/:id')
export class HoldCaseHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('hold')
  @Requires('case:hold')
  @Takes({ body: HoldCaseBody })
  @Answers(200, CaseAnswerBody)
  hold(@Param('id') id: string, @Body() { reason }: HoldCaseBody, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => holdCase({ at, data: { reason } }, current));
  }
}
