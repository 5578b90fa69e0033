import { Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { unassignCase } from './unassign-case.js';

@Controller('cases/:id')
export class UnassignCaseHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('unassign')
  @Requires('case:unassign')
  @Answers(200, CaseAnswerBody)
  unassign(@Param('id') id: string, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => unassignCase({ at, data: {} }, current));
  }
}
