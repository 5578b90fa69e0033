import { Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { startWork } from './start-work.js';

@Controller('cases/:id')
export class StartWorkHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('start-work')
  @Requires('case:start-work')
  @Answers(200, CaseAnswerBody)
  startWork(@Param('id') id: string, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => startWork({ at, data: {} }, current));
  }
}
