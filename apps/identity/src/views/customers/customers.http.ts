import { Controller, Get, Param, Query } from '@nestjs/common';
import { Answer, Answers, Calling, Problem, ReadsViews, Requires, Takes, type Caller } from '@onmaru/service-kit';
import { customerAnswer } from './customer-answer.js';
import { CustomerBody, CustomersBody, CustomersFilters } from './customer.dto.js';
import { CustomersQuery } from './customers.query.js';

@Controller('customers')
export class CustomersHttp {
  constructor(private readonly customers: CustomersQuery) {}

  @Get()
  @Requires('customer:read')
  @ReadsViews()
  @Takes({ query: CustomersFilters })
  @Answers(200, CustomersBody)
  async list(@Query() filters: CustomersFilters, @Calling() { tenant }: Caller) {
    const { items, nextCursor } = await this.customers.page(tenant, filters);
    return { items: items.map(customerAnswer), nextCursor };
  }

  @Get(':id')
  @Requires('customer:read')
  @ReadsViews()
  @Answers(200, CustomerBody)
  async one(@Param('id') id: string, @Calling() { tenant }: Caller) {
    const record = await this.customers.one(tenant, id);
    if (!record) throw new Problem('customer-not-found');
    return new Answer(customerAnswer(record), record);
  }
}
