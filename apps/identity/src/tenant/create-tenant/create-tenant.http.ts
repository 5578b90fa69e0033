import { Body, Controller, Inject, Post } from '@nestjs/common';
import { Answer, Answers, Asking, IdempotencyKeys, Problem, Requires, Takes, VIEW_PATIENCE, VIEWS, type CaughtUp, type CommandContext } from '@onmaru/service-kit';
import { isTenantSlug, tenantSlug } from '../tenant-slug.js';
import { CreateTenantBody, TenantCreatedBody } from './create-tenant.dto.js';
import { Founding } from './founding.adapter.js';

@Controller('tenants')
export class CreateTenantHttp {
  constructor(
    private readonly founding: Founding,
    private readonly keys: IdempotencyKeys,
    @Inject(VIEWS) private readonly views: CaughtUp,
  ) {}

  /** For callers of the platform itself. Answers when the admin can sign in, or soon. */
  @Post()
  @Requires('tenant:create')
  @Takes({ body: CreateTenantBody })
  @Answers(201, TenantCreatedBody)
  async create(@Body() { name, adminEmail, slug = tenantSlug(name) ?? '' }: CreateTenantBody, @Asking() asking: CommandContext) {
    if (!isTenantSlug(slug)) throw new Problem('tenant-name-unusable');
    await this.keys.bind(asking);
    const { admin, revision } = await this.founding.found({ ...asking, tenant: slug }, name, adminEmail);
    await this.views.waitFor(admin.position, VIEW_PATIENCE);
    const { oneTimePassword } = admin;
    return new Answer({ tenant: slug, name, ...(oneTimePassword && { oneTimePassword }) }, { revision, position: admin.position });
  }
}
