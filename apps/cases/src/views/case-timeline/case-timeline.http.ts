import { Controller, Get, Param, Query } from '@nestjs/common';
import { Answers, Calling, Problem, Requires, Takes, type Caller } from '@onmaru/service-kit';
import { CaseTimelineQuery } from './case-timeline.query.js';
import { TimelinePageBody, TimelinePageQuery } from './case-timeline.dto.js';

@Controller('cases/:id/timeline')
export class CaseTimelineHttp {
  constructor(private readonly timeline: CaseTimelineQuery) {}

  @Get()
  @Requires('case:read')
  @Takes({ query: TimelinePageQuery })
  @Answers(200, TimelinePageBody)
  async read(@Param('id') id: string, @Query() { limit, cursor }: TimelinePageQuery, @Calling() caller: Caller) {
    const page = await this.timeline.page(caller, id, Number(cursor ?? 0), limit ?? 200);
    if (page === null) throw new Problem('case-not-found');
    return page;
  }
}
