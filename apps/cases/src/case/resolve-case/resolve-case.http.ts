import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { ResolveCaseBody } from './resolve-case.dto.js';
import { resolveCase } from './resolve-case.js';

@Controller('cases/:id')
export class ResolveCaseHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('resolve')
  @Requires('case:resolve')
  @Takes({ body: ResolveCaseBody })
  @Answers(200, CaseAnswerBody)
  resolve(@Param('id') id: string, @Body() { resolution, code }: ResolveCaseBody, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => resolveCase({ at, data: { resolution, code: code ?? null } }, current));
  }
}
