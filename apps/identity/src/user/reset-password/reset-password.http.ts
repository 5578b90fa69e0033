import { Controller, Param, Post } from '@nestjs/common';
import { Answers, Calling, Problem, Requires, type Caller } from '@onmaru/service-kit';
import { validate } from 'uuid';
import { Credentials } from '../../sign-in/credentials.adapter.js';
import { IdentityTokenVerifier } from '../../sign-in/identity-token-verifier.adapter.js';
import { oneTimePassword } from '../../sign-in/one-way.adapter.js';
import { UserStreams } from '../user-streams.adapter.js';
import { NewPasswordBody } from './reset-password.dto.js';

@Controller('staff/:id')
export class ResetPasswordHttp {
  constructor(
    private readonly users: UserStreams,
    private readonly credentials: Credentials,
    private readonly tokens: IdentityTokenVerifier,
  ) {}

  /** Ends what they are signed in to; asked twice, it answers another password each time. */
  @Post('reset-password')
  @Requires('staff:reset-password')
  @Answers(200, NewPasswordBody)
  async reset(@Param('id') id: string, @Calling() { tenant }: Caller): Promise<NewPasswordBody> {
    if (!validate(id) || (await this.users.current(tenant, id)).state !== 'staff') throw new Problem('staff-not-found');
    const password = oneTimePassword();
    if (!(await this.credentials.setPassword(tenant, id, password))) throw new Problem('no-sign-in');
    this.tokens.lookAgain();
    return { oneTimePassword: password };
  }
}
