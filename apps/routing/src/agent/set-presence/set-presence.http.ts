import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { Answer, Answers, Asking, done, may, Problem, Requires, Takes } from '@onmaru/service-kit';
import type { CaughtUp, CommandContext } from '@onmaru/service-kit';
import { agentAnswer } from '../../views/agents/agent-answer.js';
import { AgentBody } from '../../views/agents/agents.dto.js';
import { ROUTING_HEARD } from '../../views/routing-heard.adapter.js';
import { AgentStreams } from '../agent-streams.adapter.js';
import { SetPresenceBody } from './set-presence.dto.js';

@Controller('staff/:id/presence')
export class SetPresenceHttp {
  constructor(
    private readonly agents: AgentStreams,
    @Inject(ROUTING_HEARD) private readonly heard: CaughtUp,
  ) {}

  /** One's own presence; that of others with `staff:set-presence-of-others`. */
  @Post()
  @HttpCode(200)
  @Requires('staff:set-presence')
  @Takes({ body: SetPresenceBody })
  @Answers(200, AgentBody)
  async set(@Param('id') id: string, @Body() { presence }: SetPresenceBody, @Asking() asking: CommandContext) {
    const permission = 'staff:set-presence-of-others';
    if (id !== asking.actor.id && !may(asking.caller.role, permission)) throw new Problem('not-permitted', { permission });
    const command = { type: 'SetPresence', at: this.agents.now(), data: { presence } } as const;
    const { history, ...at } = done(await this.agents.change(asking, id, command, this.heard));
    return new Answer(agentAnswer(history), at);
  }
}
