import { Controller, Get } from '@nestjs/common';
import { Answers, Public } from '@onmaru/service-kit';
import { AccessTokens } from './access-tokens.adapter.js';

@Controller('.well-known/jwks.json')
export class JwksHttp {
  constructor(private readonly tokens: AccessTokens) {}

  /** The keys that access tokens are signed with, as a JSON Web Key Set. */
  @Get()
  @Public()
  @Answers(200)
  keys() {
    return this.tokens.published();
  }
}
