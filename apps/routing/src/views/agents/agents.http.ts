import { Controller, Get, Param, Query } from '@nestjs/common';
import { Answer, Answers, Calling, Problem, ReadsViews, Requires, Takes, type Caller } from '@onmaru/service-kit';
import { agentAnswer } from './agent-answer.js';
import { AgentBody, AgentsBody, AgentsFilters } from './agents.dto.js';
import { AgentsQuery } from './agents.query.js';

@Controller()
export class AgentsHttp {
  constructor(private readonly agents: AgentsQuery) {}

  @Get('agents')
  @Requires('staff:read')
  @ReadsViews()
  @Takes({ query: AgentsFilters })
  @Answers(200, AgentsBody)
  async list(@Query() filters: AgentsFilters, @Calling() { tenant }: Caller) {
    const { items, nextCursor } = await this.agents.page(tenant, filters);
    return { items: items.map(agentAnswer), nextCursor };
  }

  @Get('staff/:id/presence')
  @Requires('staff:read')
  @ReadsViews()
  @Answers(200, AgentBody)
  async one(@Param('id') id: string, @Calling() { tenant }: Caller) {
    const record = await this.agents.one(tenant, id);
    if (!record) throw new Problem('agent-not-found');
    return new Answer(agentAnswer(record), record);
  }
}
