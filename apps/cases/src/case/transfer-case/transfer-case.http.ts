import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Asking, type CommandContext, Requires, Takes } from '@onmaru/service-kit';
import { DirectoryQuery } from '../../directory/directory.query.js';
import { CaseAnswerBody } from '../../case-details/case-answer.dto.js';
import { CaseCommands } from '../case-commands.adapter.js';
import { TransferCaseBody } from './transfer-case.dto.js';
import { transferCase } from './transfer-case.js';

@Controller('cases/:id')
export class TransferCaseHttp {
  constructor(
    private readonly cases: CaseCommands,
    private readonly directory: DirectoryQuery,
  ) {}

  @Post('transfer')
  @Requires('case:transfer')
  @Takes({ body: TransferCaseBody })
  @Answers(200, CaseAnswerBody)
  async transfer(@Param('id') id: string, @Body() { queue }: TransferCaseBody, @Asking() asking: CommandContext) {
    const queueId = await this.directory.queue(asking.tenant, queue);
    return this.cases.handle(id, asking, (current, { at }) => transferCase({ at, data: { queueId } }, current));
  }
}
