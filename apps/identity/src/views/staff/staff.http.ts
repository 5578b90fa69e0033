import { Controller, Get, Param, Query } from '@nestjs/common';
import { Answer, Answers, Calling, Problem, ReadsViews, Requires, Takes, type Caller } from '@onmaru/service-kit';
import { staffAnswer } from './staff-answer.js';
import { StaffBody, StaffFilters, StaffPageBody } from './staff.dto.js';
import { StaffQuery } from './staff.query.js';

@Controller('staff')
export class StaffHttp {
  constructor(private readonly staff: StaffQuery) {}

  @Get()
  @Requires('staff:read')
  @ReadsViews()
  @Takes({ query: StaffFilters })
  @Answers(200, StaffPageBody)
  async list(@Query() filters: StaffFilters, @Calling() { tenant }: Caller) {
    const { items, nextCursor } = await this.staff.page(tenant, filters);
    return { items: items.map(staffAnswer), nextCursor };
  }

  @Get(':id')
  @Requires('staff:read')
  @ReadsViews()
  @Answers(200, StaffBody)
  async one(@Param('id') id: string, @Calling() { tenant }: Caller) {
    const member = await this.staff.one(tenant, id);
    if (!member) throw new Problem('staff-not-found');
    return new Answer(staffAnswer(member), member);
  }
}
