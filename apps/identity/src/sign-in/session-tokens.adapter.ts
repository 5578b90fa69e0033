import { Problem } from '@onmaru/service-kit';
import { ACCESS_TOKEN_SECONDS, type AccessTokens } from './access-tokens.adapter.js';
import type { IdentityTokenVerifier } from './identity-token-verifier.adapter.js';
import type { PeopleQuery, Person } from './people.query.js';
import type { Session, Sessions } from './sessions.adapter.js';

export type Tokens = { readonly accessToken: string; readonly refreshToken: string; readonly expiresIn: number };

/** What people carry while they are signed in. */
export class SessionTokens {
  constructor(
    private readonly sessions: Sessions,
    private readonly people: PeopleQuery,
    private readonly accessTokens: AccessTokens,
    private readonly tokens: IdentityTokenVerifier,
  ) {}

  /** Null for somebody who may do nothing at present. */
  async start(userId: string): Promise<Tokens | null> {
    const person = await this.people.ofUser(userId);
    return person && this.of(await this.sessions.start(userId), person);
  }

  /** The problem `session-over` where the token is not, or no longer, good. One in a cookie is shared by the tabs of a browser. */
  async again(refreshToken: string | undefined, from: 'body' | 'cookie'): Promise<Tokens> {
    const session = refreshToken === undefined ? null : await this.sessions.refresh(refreshToken, from === 'cookie');
    const person = session && (await this.people.ofUser(session.userId));
    if (!person) throw new Problem('session-over');
    return this.of(session, person);
  }

  async end(refreshToken: string | undefined, accessToken: string | undefined): Promise<void> {
    const sessionId = accessToken === undefined ? null : await this.accessTokens.sessionOf(accessToken);
    if (sessionId !== null) await this.sessions.end(sessionId);
    if (refreshToken !== undefined) await this.sessions.endOf(refreshToken);
    this.tokens.lookAgain();
  }

  private async of({ id, refreshToken }: Session, person: Person): Promise<Tokens> {
    return { accessToken: await this.accessTokens.issue(person, id), refreshToken, expiresIn: ACCESS_TOKEN_SECONDS };
  }
}
