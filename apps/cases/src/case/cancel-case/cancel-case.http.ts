import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { CancelCaseBody } from './cancel-case.dto.js';
import { cancelCase } from './cancel-case.js';

@Controller('cases/:id')
export class CancelCaseHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('cancel')
  @Requires('case:cancel')
  @Takes({ body: CancelCaseBody })
  @Answers(200, CaseAnswerBody)
  cancel(@Param('id') id: string, @Body() { reason }: CancelCaseBody, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => cancelCase({ at, data: { reason } }, current));
  }
}
