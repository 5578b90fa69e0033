import { Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { resumeCase } from './resume-case.js';

@Controller('cases/:id')
export class ResumeCaseHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('resume')
  @Requires('case:resume')
  @Answers(200, CaseAnswerBody)
  resume(@Param('id') id: string, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => resumeCase({ at, data: {} }, current));
  }
}
