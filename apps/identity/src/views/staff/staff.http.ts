import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Answer, Answers, Calling, caughtUp, Problem, Requires, SeenPosition, Takes, type Caller, type CaughtUp } from '@onmaru/service-kit';
import { IDENTITY_VIEWS } from '../identity-views.adapter.js';
import { staffAnswer } from './staff-answer.js';
import { StaffBody, StaffFilters, StaffPageBody } from './staff.dto.js';
import { StaffQuery } from './staff.query.js';

@Controller('staff')
export class StaffHttp {
  constructor(
    private readonly staff: StaffQuery,
    @Inject(IDENTITY_VIEWS) private readonly views: CaughtUp,
  ) {}

  @Get()
  @Requires('staff:read')
  @Takes({ query: StaffFilters })
  @Answers(200, StaffPageBody)
  async list(@Query() filters: StaffFilters, @Calling() { tenant }: Caller, @SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    const { items, nextCursor } = await this.staff.page(tenant, filters);
    return { items: items.map(staffAnswer), nextCursor };
  }

  @Get(':id')
  @Requires('staff:read')
  @Answers(200, StaffBody)
  async one(@Param('id') id: string, @Calling() { tenant }: Caller, @SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    const member = await this.staff.one(tenant, id);
    if (!member) throw new Problem('staff-not-found');
    return new Answer(staffAnswer(member), member);
  }
}
