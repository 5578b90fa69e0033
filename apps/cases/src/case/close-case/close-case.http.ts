import { Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { closeCase } from './close-case.js';

@Controller('cases/:id')
export class CloseCaseHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('close')
  @Requires('case:close')
  @Answers(200, CaseAnswerBody)
  close(@Param('id') id: string, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => closeCase({ at, data: {} }, current));
  }
}
