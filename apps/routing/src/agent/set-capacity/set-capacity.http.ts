import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answer, Answers, Asking, done, Requires, Takes, type CommandContext } from '@onmaru/service-kit';
import { agentAnswerAfter } from '../../views/agents/agent-answer.js';
import { AgentBody } from '../../views/agents/agents.dto.js';
import { AgentStreams } from '../agent-streams.adapter.js';
import { SetCapacityBody } from './set-capacity.dto.js';
import { setCapacity } from './set-capacity.js';

@Controller('staff/:id/capacity')
export class SetCapacityHttp {
  constructor(private readonly agents: AgentStreams) {}

  @Post()
  @Requires('staff:set-capacity')
  @Takes({ body: SetCapacityBody })
  @Answers(200, AgentBody)
  async set(@Param('id') id: string, @Body() { capacity }: SetCapacityBody, @Asking() asking: CommandContext) {
    const left = done(await this.agents.change(asking, id, (current, at) => setCapacity({ at, data: { capacity } }, current)));
    return new Answer(agentAnswerAfter(id, left), left);
  }
}
