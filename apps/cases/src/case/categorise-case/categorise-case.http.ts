import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { CategoriseCaseBody } from './categorise-case.dto.js';
import { categoriseCase } from './categorise-case.js';

@Controller('cases/:id')
export class CategoriseCaseHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('categorise')
  @Requires('case:categorise')
  @Takes({ body: CategoriseCaseBody })
  @Answers(200, CaseAnswerBody)
  categorise(@Param('id') id: string, @Body() { category, subcategory }: CategoriseCaseBody, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => categoriseCase({ at, data: { category, subcategory: subcategory ?? null } }, current));
  }
}
