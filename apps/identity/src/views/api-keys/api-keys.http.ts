import { Controller, Get, Inject, Query } from '@nestjs/common';
import { Answers, Calling, caughtUp, Requires, SeenPosition, Takes, type Caller, type CaughtUp } from '@onmaru/service-kit';
import { IDENTITY_VIEWS } from '../identity-views.adapter.js';
import { apiKeyAnswer } from './api-key-answer.js';
import { ApiKeysBody, ApiKeysFilters } from './api-keys.dto.js';
import { ApiKeysQuery } from './api-keys.query.js';

@Controller('api-keys')
export class ApiKeysHttp {
  constructor(
    private readonly keys: ApiKeysQuery,
    @Inject(IDENTITY_VIEWS) private readonly views: CaughtUp,
  ) {}

  @Get()
  @Requires('api-key:read')
  @Takes({ query: ApiKeysFilters })
  @Answers(200, ApiKeysBody)
  async list(@Query() filters: ApiKeysFilters, @Calling() { tenant }: Caller, @SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    const { items, nextCursor } = await this.keys.page(tenant, filters);
    return { items: items.map(apiKeyAnswer), nextCursor };
  }
}
