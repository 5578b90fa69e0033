import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answer, Answers, Asking, done, may, Problem, Requires, Takes, type CommandContext } from '@onmaru/service-kit';
import { agentAnswerAfter } from '../../views/agents/agent-answer.js';
import { AgentBody } from '../../views/agents/agents.dto.js';
import { AgentStreams } from '../agent-streams.adapter.js';
import { SetPresenceBody } from './set-presence.dto.js';
import { setPresence } from './set-presence.js';

@Controller('staff/:id/presence')
export class SetPresenceHttp {
  constructor(private readonly agents: AgentStreams) {}

  /** One's own presence; that of others with `staff:set-presence-of-others`. */
  @Post()
  @Requires('staff:set-presence')
  @Takes({ body: SetPresenceBody })
  @Answers(200, AgentBody)
  async set(@Param('id') id: string, @Body() { presence }: SetPresenceBody, @Asking() asking: CommandContext) {
    const permission = 'staff:set-presence-of-others';
    if (id !== asking.actor.id && !may(asking.caller.role, permission)) throw new Problem('not-permitted', { permission });
    const left = done(await this.agents.change(asking, id, (current, at) => setPresence({ at, data: { presence } }, current)));
    return new Answer(agentAnswerAfter(id, left), left);
  }
}
