import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Answer, Answers, Calling, caughtUp, Problem, Requires, SeenPosition, Takes, type Caller, type CaughtUp } from '@onmaru/service-kit';
import { ROUTING_VIEWS } from '../routing-views.adapter.js';
import { agentAnswer } from './agent-answer.js';
import { AgentBody, AgentsBody, AgentsFilters } from './agents.dto.js';
import { AgentsQuery } from './agents.query.js';

@Controller()
export class AgentsHttp {
  constructor(
    private readonly agents: AgentsQuery,
    @Inject(ROUTING_VIEWS) private readonly views: CaughtUp,
  ) {}

  @Get('agents')
  @Requires('staff:read')
  @Takes({ query: AgentsFilters })
  @Answers(200, AgentsBody)
  async list(@Query() filters: AgentsFilters, @Calling() { tenant }: Caller, @SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    const { items, nextCursor } = await this.agents.page(tenant, filters);
    return { items: items.map(agentAnswer), nextCursor };
  }

  @Get('staff/:id/presence')
  @Requires('staff:read')
  @Answers(200, AgentBody)
  async one(@Param('id') id: string, @Calling() { tenant }: Caller, @SeenPosition() seen: number) {
    await caughtUp(this.views, seen);
    const record = await this.agents.one(tenant, id);
    if (!record) throw new Problem('agent-not-found');
    return new Answer(agentAnswer(record), record);
  }
}
