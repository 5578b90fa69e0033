import type { EventStore } from '@onmaru/event-sourcing';
import { Problem, VIEW_PATIENCE, type CaughtUp } from '@onmaru/service-kit';
import { ACCESS_TOKEN_SECONDS, type AccessTokens } from './access-tokens.adapter.js';
import type { Credentials } from './credentials.adapter.js';
import type { IdentityTokenVerifier } from './identity-token-verifier.adapter.js';
import type { PeopleQuery } from './people.query.js';
import type { Session, Sessions } from './sessions.adapter.js';
import type { SignInThrottle } from './sign-in-throttle.adapter.js';

export type Tokens = { readonly accessToken: string; readonly refreshToken: string; readonly expiresIn: number };

/** Signs people in and out, and keeps them signed in. */
export class SignIn {
  constructor(
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly people: PeopleQuery,
    private readonly accessTokens: AccessTokens,
    private readonly throttle: SignInThrottle,
    private readonly tokens: IdentityTokenVerifier,
    private readonly views: CaughtUp,
    private readonly log: Pick<EventStore, 'head'>,
  ) {}

  async withPassword(email: string, password: string, address: string): Promise<Tokens> {
    const name = this.credentials.nameOf(email);
    this.throttle.enter(name, address);
    const owner = await this.credentials.check(email, password);
    if (!owner) throw new Problem('sign-in-refused');
    this.throttle.succeeded(name, address);
    await this.views.waitFor(await this.log.head(), VIEW_PATIENCE);
    return this.tokensFor(await this.sessions.start(owner.userId), 'sign-in-refused');
  }

  async again(refreshToken: string | undefined): Promise<Tokens> {
    const session = refreshToken === undefined ? null : await this.sessions.refresh(refreshToken);
    if (!session) throw new Problem('session-over');
    return this.tokensFor(session, 'session-over');
  }

  async out(refreshToken: string | undefined, accessToken: string | undefined): Promise<void> {
    const sessionId = accessToken === undefined ? null : await this.accessTokens.sessionOf(accessToken);
    if (sessionId !== null) await this.sessions.end(sessionId);
    if (refreshToken !== undefined) await this.sessions.endOf(refreshToken);
    this.tokens.lookAgain();
  }

  private async tokensFor({ id, userId, refreshToken }: Session, problem: string): Promise<Tokens> {
    const person = await this.people.ofUser(userId);
    if (!person) throw new Problem(problem);
    return { accessToken: await this.accessTokens.issue(person, id), refreshToken, expiresIn: ACCESS_TOKEN_SECONDS };
  }
}
