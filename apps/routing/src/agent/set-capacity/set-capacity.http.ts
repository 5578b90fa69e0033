import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { Answer, Answers, Asking, done, Requires, Takes } from '@onmaru/service-kit';
import type { CaughtUp, CommandContext } from '@onmaru/service-kit';
import { agentAnswer } from '../../views/agents/agent-answer.js';
import { AgentBody } from '../../views/agents/agents.dto.js';
import { ROUTING_HEARD } from '../../views/routing-heard.adapter.js';
import { AgentStreams } from '../agent-streams.adapter.js';
import { SetCapacityBody } from './set-capacity.dto.js';

@Controller('staff/:id/capacity')
export class SetCapacityHttp {
  constructor(
    private readonly agents: AgentStreams,
    @Inject(ROUTING_HEARD) private readonly heard: CaughtUp,
  ) {}

  @Post()
  @HttpCode(200)
  @Requires('staff:set-capacity')
  @Takes({ body: SetCapacityBody })
  @Answers(200, AgentBody)
  async set(@Param('id') id: string, @Body() { capacity }: SetCapacityBody, @Asking() asking: CommandContext) {
    const command = { type: 'SetCapacity', at: this.agents.now(), data: { capacity } } as const;
    const { history, ...at } = done(await this.agents.change(asking, id, command, this.heard));
    return new Answer(agentAnswer(history), at);
  }
}
