import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Answers, Calling, caughtUp, Problem, Requires, SeenPosition, type Caller, type CaughtUp } from '@onmaru/service-kit';
import { ROUTING_HEARD } from '../routing-heard.adapter.js';
import { ROUTING_VIEWS } from '../routing-views.adapter.js';
import { HandOutsBody } from './hand-outs.dto.js';
import { HandOutsQuery } from './hand-outs.query.js';

@Controller('cases/:id/routing')
export class HandOutsHttp {
  constructor(
    private readonly handOuts: HandOutsQuery,
    @Inject(ROUTING_VIEWS) private readonly views: CaughtUp,
    @Inject(ROUTING_HEARD) private readonly heard: CaughtUp,
  ) {}

  /** Whom routing gave the case, and why: the newest decision first. */
  @Get()
  @Requires('case:read-routing')
  @Answers(200, HandOutsBody)
  async list(@Param('id') id: string, @Calling() { tenant }: Caller, @SeenPosition() seen: number) {
    await Promise.all([caughtUp(this.views, seen), caughtUp(this.heard, seen)]);
    const decisions = await this.handOuts.of(tenant, id);
    if (decisions === null) throw new Problem('case-not-routed');
    const items = decisions.map(({ chosen: { agentId, places, capacity }, queueId: _, ...rest }) => ({ ...rest, agentId, freePlaces: capacity - places, capacity }));
    return { items };
  }
}
