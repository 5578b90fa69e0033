import { Controller, Get, Query } from '@nestjs/common';
import { Answers, Calling, ReadsViews, Requires, Takes, type Caller } from '@onmaru/service-kit';
import { apiKeyAnswer } from './api-key-answer.js';
import { ApiKeysBody, ApiKeysFilters } from './api-keys.dto.js';
import { ApiKeysQuery } from './api-keys.query.js';

@Controller('api-keys')
export class ApiKeysHttp {
  constructor(private readonly keys: ApiKeysQuery) {}

  @Get()
  @Requires('api-key:read')
  @ReadsViews()
  @Takes({ query: ApiKeysFilters })
  @Answers(200, ApiKeysBody)
  async list(@Query() filters: ApiKeysFilters, @Calling() { tenant }: Caller) {
    const { items, nextCursor } = await this.keys.page(tenant, filters);
    return { items: items.map(apiKeyAnswer), nextCursor };
  }
}
