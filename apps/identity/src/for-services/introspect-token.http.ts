import { Body, Controller, Inject, Post } from '@nestjs/common';
import { Answers, Requires, Takes, TOKEN_VERIFIER, type TokenVerifier } from '@onmaru/service-kit';
import { IntrospectedTokenBody, IntrospectTokenBody } from './introspect-token.dto.js';

/** Tells the other services who a token speaks for, in the terms of RFC 7662. */
@Controller('service/introspect')
export class IntrospectTokenHttp {
  constructor(@Inject(TOKEN_VERIFIER) private readonly tokens: TokenVerifier) {}

  @Post()
  @Requires('service:introspect')
  @Takes({ body: IntrospectTokenBody })
  @Answers(200, IntrospectedTokenBody)
  async introspect(@Body() { token, tenant }: IntrospectTokenBody): Promise<IntrospectedTokenBody> {
    const found = await this.tokens.verify(token, tenant);
    return { active: found !== null, caller: found && { tenant: found.tenant, role: found.role, actorKind: found.actor.kind, actorId: found.actor.id } };
  }
}
