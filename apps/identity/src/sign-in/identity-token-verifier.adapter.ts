import { timingSafeEqual } from 'node:crypto';
import { PLATFORM, Problem, type TokenVerifier } from '@onmaru/service-kit';
import { seconds, type Clock } from '@onmaru/time';
import { validate } from 'uuid';
import type { AccessTokens } from './access-tokens.adapter.js';
import { parseApiKey } from './api-key-text.js';
import { digestOf } from './one-way.adapter.js';
import type { PeopleQuery, Person } from './people.query.js';

/** How long somebody who is no longer good may still be taken for good, in milliseconds. */
const REMEMBERED = seconds(4);
const MOST_REMEMBERED = 10_000;

const ANOTHER_SERVICE: Person = { tenant: PLATFORM, role: 'service', name: null, locale: null, actor: { kind: 'system', id: 'service' } };

/**
 * Access tokens by signature and session, API keys by their digest; what they may do is asked again every few seconds.
 * Who shows `serviceKey`, where there is one, is another service of the platform.
 */
export class IdentityTokenVerifier implements TokenVerifier {
  private readonly known = new Map<string, { readonly person: Person; readonly until: number }>();
  private readonly tenants = new Set<string>();
  private readonly serviceKey: Buffer | null;

  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly people: PeopleQuery,
    private readonly clock: Clock,
    serviceKey?: string,
  ) {
    this.serviceKey = serviceKey === undefined ? null : digestOf(serviceKey);
  }

  async verify(token: string, tenant?: string): Promise<Person | null> {
    const person = await this.person(token);
    if (!person || tenant === undefined || tenant === person.tenant) return person;
    if (person.tenant !== PLATFORM) return null;
    if (!this.tenants.has(tenant) && !(await this.people.isTenant(tenant))) throw new Problem('tenant-not-found');
    this.tenants.add(tenant);
    return { ...person, tenant };
  }

  /** Forgets what is remembered, so that a change of somebody's rights holds at once. */
  lookAgain(): void {
    this.known.clear();
  }

  private async person(token: string): Promise<Person | null> {
    const digest = digestOf(token);
    if (this.serviceKey !== null && timingSafeEqual(digest, this.serviceKey)) return ANOTHER_SERVICE;
    const name = digest.toString('latin1');
    const now = performance.now();
    const remembered = this.known.get(name);
    if (remembered && remembered.until > now) return remembered.person;
    this.known.delete(name);
    const person = token.startsWith('onm_') ? await this.program(token) : await this.signedIn(token);
    if (!person) return null;
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.set(name, { person, until: now + REMEMBERED });
    return person;
  }

  private async signedIn(token: string): Promise<Person | null> {
    const sessionId = await this.accessTokens.sessionOf(token);
    return sessionId !== null && validate(sessionId) ? this.people.ofSession(sessionId, this.clock.now()) : null;
  }

  private async program(token: string): Promise<Person | null> {
    const parsed = parseApiKey(token);
    const found = parsed && (await this.people.ofApiKey(parsed.id));
    if (!found || !timingSafeEqual(digestOf(parsed.secret), found.hash)) return null;
    const { hash: _, ...person } = found;
    return person;
  }
}
