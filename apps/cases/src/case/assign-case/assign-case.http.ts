import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { DirectoryQuery } from '../../directory/directory.query.js';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { AssignCaseBody } from './assign-case.dto.js';
import { assignCase } from './assign-case.js';

@Controller('cases/:id')
export class AssignCaseHttp {
  constructor(
    private readonly cases: CaseCommands,
    private readonly directory: DirectoryQuery,
  ) {}

  @Post('assign')
  @Requires('case:assign')
  @Takes({ body: AssignCaseBody })
  @Answers(200, CaseAnswerBody)
  async assign(@Param('id') id: string, @Body() { assignee }: AssignCaseBody, @Asking() asking: CommandContext) {
    const assigneeId = await this.directory.staff(asking.tenant, assignee);
    return this.cases.handle(id, asking, (current, { at }) => assignCase({ at, data: { assigneeId } }, current));
  }
}
