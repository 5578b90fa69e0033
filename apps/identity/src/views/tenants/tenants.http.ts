import { Controller, Get, Inject } from '@nestjs/common';
import { Answers, caughtUp, Requires, SeenPosition, type CaughtUp } from '@onmaru/service-kit';
import { IDENTITY_VIEWS } from '../identity-views.adapter.js';
import { TenantsBody } from './tenants.dto.js';
import { TenantsQuery } from './tenants.query.js';

@Controller('tenants')
export class TenantsHttp {
  constructor(
    private readonly tenants: TenantsQuery,
    @Inject(IDENTITY_VIEWS) private readonly views: CaughtUp,
  ) {}

  /** For callers of the platform itself. */
  @Get()
  @Requires('tenant:read')
  @Answers(200, TenantsBody)
  async list(@SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    return { items: await this.tenants.all() };
  }
}
