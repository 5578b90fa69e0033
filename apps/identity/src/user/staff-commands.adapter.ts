import { Answer, done, Problem, type CommandContext } from '@onmaru/service-kit';
import type { Instant } from '@onmaru/time';
import { validate } from 'uuid';
import type { IdentityTokenVerifier } from '../sign-in/identity-token-verifier.adapter.js';
import { staffAnswer } from '../views/staff/staff-answer.js';
import type { Decision, User, UserEvent } from './user.js';
import type { UserStreams } from './user-streams.adapter.js';

type Decide = (current: User, at: Instant) => Decision<UserEvent['type']>;

/** Carries out commands to staff and answers with the staff member as they are then. */
export class StaffCommands {
  constructor(
    private readonly users: UserStreams,
    private readonly tokens: IdentityTokenVerifier,
  ) {}

  async handle(userId: string, asking: CommandContext, decide: Decide) {
    if (!validate(userId)) throw new Problem('staff-not-found');
    const { history, ...at } = done(await this.users.handle(asking, userId, decide, asking.expected));
    this.tokens.lookAgain();
    return new Answer(staffAnswer(history), at);
  }
}
