import { Body, Controller, Inject, Post } from '@nestjs/common';
import { Answer, Answers, Asking, Requires, Takes, VIEW_PATIENCE, VIEWS, type CaughtUp, type CommandContext } from '@onmaru/service-kit';
import { apiKeyAnswer } from '../../views/api-keys/api-key-answer.js';
import { IssuedApiKeyBody } from '../../views/api-keys/api-keys.dto.js';
import { ApiKeys } from '../api-keys.adapter.js';
import { IssueApiKeyBody } from './issue-api-key.dto.js';

@Controller('api-keys')
export class IssueApiKeyHttp {
  constructor(
    private readonly keys: ApiKeys,
    @Inject(VIEWS) private readonly views: CaughtUp,
  ) {}

  /** Answers when the key can be used, or soon. */
  @Post()
  @Requires('api-key:issue')
  @Takes({ body: IssueApiKeyBody })
  @Answers(201, IssuedApiKeyBody)
  async issue(@Body() { name, role }: IssueApiKeyBody, @Asking() asking: CommandContext) {
    const { key, history, ...at } = await this.keys.issue(asking, name, role);
    await this.views.waitFor(at.position, VIEW_PATIENCE);
    return new Answer({ ...apiKeyAnswer(history), ...(key && { key }) }, at, `/api/v1/api-keys/${at.id}`);
  }
}
