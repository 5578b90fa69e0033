import { Controller, Delete, Inject, Param } from '@nestjs/common';
import { Answer, Answers, Asking, done, Problem, Requires, VIEW_PATIENCE, VIEWS, type CaughtUp, type CommandContext } from '@onmaru/service-kit';
import { validate } from 'uuid';
import { IdentityTokenVerifier } from '../../sign-in/identity-token-verifier.adapter.js';
import { apiKeyAnswer } from '../../views/api-keys/api-key-answer.js';
import { ApiKeyBody } from '../../views/api-keys/api-keys.dto.js';
import { AccountStreams } from '../account-streams.adapter.js';
import { revokeApiKey } from './revoke-api-key.js';

@Controller('api-keys/:id')
export class RevokeApiKeyHttp {
  constructor(
    private readonly accounts: AccountStreams,
    private readonly tokens: IdentityTokenVerifier,
    @Inject(VIEWS) private readonly views: CaughtUp,
  ) {}

  @Delete()
  @Requires('api-key:revoke')
  @Answers(200, ApiKeyBody)
  async revoke(@Param('id') id: string, @Asking() asking: CommandContext) {
    if (!validate(id)) throw new Problem('api-key-not-found');
    const { history, ...at } = done(await this.accounts.handle(asking, id, (current, at) => revokeApiKey({ at, data: {} }, current), asking.expected));
    await this.views.waitFor(at.position, VIEW_PATIENCE);
    this.tokens.lookAgain();
    return new Answer(apiKeyAnswer(history), at);
  }
}
