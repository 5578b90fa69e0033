import { Controller, Get } from '@nestjs/common';
import { Answers, Calling, caughtUp, Requires, SeenPosition, type Caller } from '@onmaru/service-kit';
import { CaseViews } from '../case-views.adapter.js';
import { CaseCountsBody } from './case-counts.dto.js';
import { CaseCountsQuery } from './case-counts.query.js';

@Controller('cases/counts')
export class CaseCountsHttp {
  constructor(
    private readonly counts: CaseCountsQuery,
    private readonly views: CaseViews,
  ) {}

  @Get()
  @Requires('queue:read')
  @Answers(200, CaseCountsBody)
  async read(@Calling() { tenant, actor }: Caller, @SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    return this.counts.of(tenant, actor.id);
  }
}
