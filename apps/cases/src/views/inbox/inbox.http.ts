import { Controller, Get, Query } from '@nestjs/common';
import { Answers, Calling, caughtUp, readable, Requires, SeenPosition, Takes, type Caller } from '@onmaru/service-kit';
import { CaseViews } from '../case-views.adapter.js';
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
    private readonly views: CaseViews,
  ) {}

  @Get()
  @Requires('case:read')
  @Takes({ query: InboxFilters })
  @Answers(200, CasePageBody)
  async list(@Query() filters: InboxFilters, @Calling() caller: Caller, @SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    const { rows, nextCursor } = await this.inbox.page(caller.tenant, readable('/query/cursor', () => inboxQuestion(filters, caller)));
    return { items: await this.answers.ofRows(caller, rows), nextCursor };
  }
}
