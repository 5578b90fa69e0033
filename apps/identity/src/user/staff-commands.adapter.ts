import { Answer, done, Problem, type CommandContext } from '@onmaru/service-kit';
import { validate } from 'uuid';
import type { IdentityTokenVerifier } from '../sign-in/identity-token-verifier.adapter.js';
import { staffAnswer } from '../views/staff/staff-answer.js';
import type { UserCommand } from './decider.js';
import type { UserStreams } from './user-streams.adapter.js';

/** Carries out commands to staff and answers with the staff member as they are then. */
export class StaffCommands {
  constructor(
    private readonly users: UserStreams,
    private readonly tokens: IdentityTokenVerifier,
  ) {}

  async handle(userId: string, asking: CommandContext, type: Exclude<UserCommand['type'], 'HireStaff' | 'OpenCustomerSignIn'>, data: object = {}) {
    if (!validate(userId)) throw new Problem('staff-not-found');
    const command = { type, at: this.users.now(), data } as UserCommand;
    const { history, ...at } = done(await this.users.handle(asking, userId, command, asking.expected));
    this.tokens.lookAgain();
    return new Answer(staffAnswer(history), at);
  }
}
