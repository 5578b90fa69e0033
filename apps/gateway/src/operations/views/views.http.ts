import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { RedriveBody, RedrivenBody, ViewStandingBody } from '@onmaru/hosting';
import { Answers, Requires, Takes } from '@onmaru/service-kit';
import { AskingFor, type InTheirName } from '../../services/asking.adapter.js';
import { Services } from '../../services/services.adapter.js';
import { ViewOwners } from '../view-owners.adapter.js';

@Controller('operations/views')
export class ViewsHttp {
  constructor(
    private readonly services: Services,
    private readonly owners: ViewOwners,
  ) {}

  @Get()
  @Requires('operations:read')
  @Answers(200, ViewStandingBody, 'A list of these')
  async list(@AskingFor() asking: InTheirName) {
    const told = await this.services.ask<readonly ViewStandingBody[]>(this.services.names.map((service) => ({ service, path: '/api/v1/operations/views' })), asking);
    return told.flatMap(({ body }) => body);
  }

  @Post(':view/redrive')
  @Requires('operations:redrive')
  @Takes({ body: RedriveBody })
  @Answers(200, RedrivenBody)
  async redrive(@Param('view') view: string, @Body() post: RedriveBody, @AskingFor() asking: InTheirName) {
    const service = await this.owners.ofOne(view, asking);
    const [told] = await this.services.ask<RedrivenBody>([{ service, path: `/api/v1/operations/views/${encodeURIComponent(view)}/redrive`, post }], asking);
    return told?.body;
  }
}
