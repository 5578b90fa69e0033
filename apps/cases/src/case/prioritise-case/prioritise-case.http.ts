import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { PrioritiseCaseBody } from './prioritise-case.dto.js';
import { prioritiseCase } from './prioritise-case.js';

@Controller('cases/:id')
export class PrioritiseCaseHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('prioritise')
  @Requires('case:prioritise')
  @Takes({ body: PrioritiseCaseBody })
  @Answers(200, CaseAnswerBody)
  prioritise(@Param('id') id: string, @Body() { impact, urgency }: PrioritiseCaseBody, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at, policy: { matrix, version: policyVersion } }) =>
      prioritiseCase({ at, data: { impact, urgency, matrix, policyVersion } }, current),
    );
  }
}
