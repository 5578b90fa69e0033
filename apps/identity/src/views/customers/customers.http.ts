import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Answer, Answers, Calling, caughtUp, Problem, Requires, SeenPosition, Takes, type Caller, type CaughtUp } from '@onmaru/service-kit';
import { IDENTITY_VIEWS } from '../identity-views.adapter.js';
import { customerAnswer } from './customer-answer.js';
import { CustomerBody, CustomersBody, CustomersFilters } from './customer.dto.js';
import { CustomersQuery } from './customers.query.js';

@Controller('customers')
export class CustomersHttp {
  constructor(
    private readonly customers: CustomersQuery,
    @Inject(IDENTITY_VIEWS) private readonly views: CaughtUp,
  ) {}

  @Get()
  @Requires('customer:read')
  @Takes({ query: CustomersFilters })
  @Answers(200, CustomersBody)
  async list(@Query() filters: CustomersFilters, @Calling() { tenant }: Caller, @SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    const { items, nextCursor } = await this.customers.page(tenant, filters);
    return { items: items.map(customerAnswer), nextCursor };
  }

  @Get(':id')
  @Requires('customer:read')
  @Answers(200, CustomerBody)
  async one(@Param('id') id: string, @Calling() { tenant }: Caller, @SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    const record = await this.customers.one(tenant, id);
    if (!record) throw new Problem('customer-not-found');
    return new Answer(customerAnswer(record), record);
  }
}
