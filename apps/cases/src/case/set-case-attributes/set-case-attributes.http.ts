import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { SetCaseAttributesBody } from './set-case-attributes.dto.js';
import { setCaseAttributes } from './set-case-attributes.js';

@Controller('cases/:id')
export class SetCaseAttributesHttp {
  constructor(private readonly cases: CaseCommands) {}

  @Post('set-attributes')
  @Requires('case:set-attributes')
  @Takes({ body: SetCaseAttributesBody })
  @Answers(200, CaseAnswerBody)
  setAttributes(@Param('id') id: string, @Body() { attributes }: SetCaseAttributesBody, @Asking() asking: CommandContext) {
    return this.cases.handle(id, asking, (current, { at }) => setCaseAttributes({ at, data: { attributes } }, current));
  }
}
