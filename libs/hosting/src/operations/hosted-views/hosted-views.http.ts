import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Answers, Calling, PLATFORM, Problem, Requires, Takes, type Caller } from '@onmaru/service-kit';
import { HostedViews } from '../hosted-views.adapter.js';
import { scopeOf } from '../scope.js';
import { RedriveBody, RedrivenBody, ViewStandingBody } from './hosted-views.dto.js';
import { ViewStandings } from './view-standings.query.js';

@Controller('operations/views')
export class HostedViewsHttp {
  constructor(
    private readonly views: HostedViews,
    private readonly standings: ViewStandings,
  ) {}

  @Get()
  @Requires('operations:read')
  @Answers(200, ViewStandingBody, 'A list of these')
  list(@Calling() { tenant }: Caller) {
    return this.standings.of(scopeOf(tenant, PLATFORM));
  }

  @Post(':view/redrive')
  @Requires('operations:redrive')
  @Takes({ body: RedriveBody })
  @Answers(200, RedrivenBody)
  async redrive(@Param('view') view: string, @Body() { tenant, stream }: RedriveBody, @Calling() caller: Caller) {
    const { runner } = this.views.called(view).service;
    const mine = [tenant, null].includes(scopeOf(caller.tenant, PLATFORM));
    const parked = await runner.parked();
    if (!mine || !parked.some((one) => one.view === view && one.tenant === tenant && one.stream === stream)) throw new Problem('stream-not-parked', { view, stream });
    return { view, parked: await runner.redrive(view, tenant, stream) };
  }
}
