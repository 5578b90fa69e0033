import type { EventStore } from '@onmaru/event-sourcing';
import { Problem, VIEW_PATIENCE, type CaughtUp } from '@onmaru/service-kit';
import type { Credentials } from './credentials.adapter.js';
import type { SessionTokens, Tokens } from './session-tokens.adapter.js';
import type { SignInThrottle } from './sign-in-throttle.adapter.js';

/** Lets people in who know their password, and slows down those who guess. */
export class SignIn {
  constructor(
    private readonly credentials: Credentials,
    private readonly throttle: SignInThrottle,
    private readonly tokens: SessionTokens,
    private readonly views: CaughtUp,
    private readonly log: Pick<EventStore, 'head'>,
  ) {}

  /** The problem `sign-in-refused`, whatever it is that is wrong; `too-many-requests` after too many tries. */
  async withPassword(email: string, password: string, address: string): Promise<Tokens> {
    const name = this.credentials.nameOf(email);
    this.throttle.enter(name, address);
    const owner = await this.credentials.check(email, password);
    if (!owner) throw new Problem('sign-in-refused');
    this.throttle.succeeded(name, address);
    const tokens = (await this.tokens.start(owner.userId)) ?? (await this.justHired(owner.userId));
    if (!tokens) throw new Problem('sign-in-refused');
    return tokens;
  }

  /** Whoever was made known a moment ago is looked for once more when the views have caught up. */
  private async justHired(userId: string): Promise<Tokens | null> {
    await this.views.waitFor(await this.log.head(), VIEW_PATIENCE);
    return this.tokens.start(userId);
  }
}
