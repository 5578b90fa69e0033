import { Controller, Get, Query } from '@nestjs/common';
import { Answers, Calling, readable, ReadsViews, Requires, Takes, type Caller } from '@onmaru/service-kit';
import { CasePageBody } from '../../case-details/case-answer.dto.js';
import { CaseAnswers } from '../../case-details/case-answers.adapter.js';
import { inboxQuestion } from './inbox-question.js';
import { InboxFilters } from './inbox.dto.js';
import { InboxQuery } from './inbox.query.js';

@Controller('cases')
export class InboxHttp {
  constructor(
    private readonly inbox: InboxQuery,
    private readonly answers: CaseAnswers,
  ) {}

  @Get()
  @Requires('case:read')
  @ReadsViews()
  @Takes({ query: InboxFilters })
  @Answers(200, CasePageBody)
  async list(@Query() filters: InboxFilters, @Calling() caller: Caller) {
    const { rows, nextCursor } = await this.inbox.page(caller.tenant, readable('/query/cursor', () => inboxQuestion(filters, caller)));
    return { items: await this.answers.ofRows(caller, rows), nextCursor };
  }
}
