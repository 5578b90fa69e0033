import { Controller, Get } from '@nestjs/common';
import { Answers, Calling, ReadsViews, Requires, type Caller } from '@onmaru/service-kit';
import { CaseCountsBody } from './case-counts.dto.js';
import { CaseCountsQuery } from './case-counts.query.js';

@Controller('cases/counts')
export class CaseCountsHttp {
  constructor(private readonly counts: CaseCountsQuery) {}

  @Get()
  @Requires('queue:read')
  @ReadsViews()
  @Answers(200, CaseCountsBody)
  async read(@Calling() { tenant, actor }: Caller) {
    return this.counts.of(tenant, actor.id);
  }
}
