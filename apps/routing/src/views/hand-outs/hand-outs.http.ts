import { Controller, Get, Param } from '@nestjs/common';
import { Answers, Calling, NEWS, Problem, ReadsViews, Requires, VIEWS, type Caller } from '@onmaru/service-kit';
import { HandOutsBody } from './hand-outs.dto.js';
import { HandOutsQuery } from './hand-outs.query.js';

@Controller('cases/:id/routing')
export class HandOutsHttp {
  constructor(private readonly handOuts: HandOutsQuery) {}

  /** Whom routing gave the case, and why: the newest decision first. */
  @Get()
  @Requires('case:read-routing')
  @ReadsViews(VIEWS, NEWS)
  @Answers(200, HandOutsBody)
  async list(@Param('id') id: string, @Calling() { tenant }: Caller) {
    const decisions = await this.handOuts.of(tenant, id);
    if (decisions === null) throw new Problem('case-not-routed');
    const items = decisions.map(({ chosen: { agentId, places, capacity }, queueId: _, ...rest }) => ({ ...rest, agentId, freePlaces: capacity - places, capacity }));
    return { items };
  }
}
