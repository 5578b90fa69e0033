import { Controller, Get } from '@nestjs/common';
import { Answers, ReadsViews, Requires } from '@onmaru/service-kit';
import { TenantsBody } from './tenants.dto.js';
import { TenantsQuery } from './tenants.query.js';

@Controller('tenants')
export class TenantsHttp {
  constructor(private readonly tenants: TenantsQuery) {}

  /** For callers of the platform itself. */
  @Get()
  @Requires('tenant:read')
  @ReadsViews()
  @Answers(200, TenantsBody)
  async list() {
    return { items: await this.tenants.all() };
  }
}
