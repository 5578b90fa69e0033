import type { Caller } from '@onmaru/service-kit';
import { elapsed, minutes, seconds, type Clock } from '@onmaru/time';
import { createLocalJWKSet, errors, jwtVerify, SignJWT } from 'jose';
import { ALGORITHM, type PublicKeys, type SigningKey, type SigningKeys } from './signing-keys.adapter.js';

/** How long an access token is good, in seconds. */
export const ACCESS_TOKEN_SECONDS = minutes(10) / seconds(1);

const WHO = { issuer: 'onmaru', audience: 'onmaru' } as const;
const TYPE = 'at+jwt';
const RELOAD_AFTER = seconds(5);
const EPOCH = '1970-01-01T00:00:00.000Z';

/** Signed statements of who is signed in, good for ten minutes. */
export class AccessTokens {
  private signing: Promise<SigningKey> | null = null;
  private known: { readonly at: number; readonly keys: PublicKeys } | null = null;

  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {}

  async issue({ tenant, actor, role }: Caller, sessionId: string): Promise<string> {
    this.signing ??= this.keys.inUse();
    const { kid, key } = await this.signing;
    const now = Math.floor(this.milliseconds() / 1000);
    return new SignJWT({ tenant, role, kind: actor.kind, sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
      .setSubject(actor.id)
      .setIssuer(WHO.issuer)
      .setAudience(WHO.audience)
      .setIssuedAt(now)
      .setExpirationTime(now + ACCESS_TOKEN_SECONDS)
      .sign(key);
  }

  /** The session that the token was issued for; null when it is not one of ours, or has run out. */
  async sessionOf(token: string): Promise<string | null> {
    try {
      const { payload } = await this.verify(token);
      return typeof payload['sid'] === 'string' ? payload['sid'] : null;
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  async published(): Promise<PublicKeys> {
    this.known ??= { at: this.milliseconds(), keys: await this.keys.published() };
    return this.known.keys;
  }

  private async verify(token: string) {
    try {
      return await this.verifyWith(token, await this.published());
    } catch (error) {
      const isNew = error instanceof errors.JWKSNoMatchingKey && this.milliseconds() - (this.known?.at ?? 0) > RELOAD_AFTER;
      if (!isNew) throw error;
      this.known = null;
      return this.verifyWith(token, await this.published());
    }
  }

  private verifyWith(token: string, keys: PublicKeys) {
    const expected = { ...WHO, typ: TYPE, algorithms: [ALGORITHM], requiredClaims: ['sub', 'sid', 'exp'] };
    return jwtVerify(token, createLocalJWKSet({ keys: [...keys.keys] }), { ...expected, currentDate: new Date(this.milliseconds()) });
  }

  private milliseconds(): number {
    return elapsed(EPOCH, this.clock.now());
  }
}
