import { PLATFORM, type Caller, type Role } from '@onmaru/service-kit';
import type { Instant } from '@onmaru/time';
import type { Pool } from 'pg';

/** Somebody who may call, and what they are called. */
export type Person = Caller & { readonly name: string | null; readonly locale: 'ko' | 'en' | null };

type Row = { tenant: string; id: string; role: Role; name: string | null; locale: 'ko' | 'en' | null; is_customer: boolean };
type KeyRow = { tenant: string; hash: Buffer; role: Role; name: string };

/** Who may call now: staff who are not disabled, customers who are not erased, programs whose key is not revoked. */
export class PeopleQuery {
  constructor(private readonly pool: Pool) {}

  async ofSession(sessionId: string, now: Instant): Promise<Person | null> {
    return this.person('person-of-session', `${WHO} JOIN identity.session x ON x.user_id = c.user_id
      WHERE ${GOOD} AND x.id = $1 AND x.ended_at IS NULL AND x.expires_at > $2`, [sessionId, now]);
  }

  async ofUser(userId: string): Promise<Person | null> {
    return this.person('person-of-user', `${WHO} WHERE ${GOOD} AND c.user_id = $1`, [userId]);
  }

  async ofApiKey(id: string): Promise<(Person & { readonly hash: Buffer }) | null> {
    const { rows } = await this.pool.query<KeyRow>({ name: 'person-of-api-key', text: OF_API_KEY, values: [id] });
    const [row] = rows;
    return row ? { tenant: row.tenant, role: row.role, name: row.name, locale: null, hash: row.hash, actor: { kind: 'program', id } } : null;
  }

  async isTenant(tenant: string): Promise<boolean> {
    const { rowCount } = await this.pool.query('SELECT FROM identity.tenants_1 WHERE tenant = $1', [tenant]);
    return tenant === PLATFORM || rowCount === 1;
  }

  private async person(name: string, text: string, values: unknown[]): Promise<Person | null> {
    const [row] = (await this.pool.query<Row>({ name, text, values })).rows;
    if (!row) return null;
    const { tenant, id, role, is_customer: isCustomer, name: called, locale } = row;
    return { tenant, role, name: called, locale, actor: { kind: isCustomer ? 'customer' : 'staff', id } };
  }
}

const WHO = `
  SELECT c.tenant, coalesce(c.customer_id, c.user_id) AS id, coalesce(s.role, 'customer') AS role, c.customer_id IS NOT NULL AS is_customer,
    coalesce(s.name, k.name) AS name, k.locale
  FROM identity.credential c
    LEFT JOIN identity.staff_1 s ON s.tenant = c.tenant AND s.id = c.user_id AND NOT s.disabled
    LEFT JOIN identity.customers_1 k ON k.tenant = c.tenant AND k.id = c.customer_id AND k.erased_at IS NULL`;

const GOOD = 'coalesce(s.id, k.id) IS NOT NULL';

const OF_API_KEY = `
  SELECT k.tenant, k.hash, v.role, v.name FROM identity.api_key k
  JOIN identity.api_keys_1 v ON v.tenant = k.tenant AND v.id = k.id WHERE k.id = $1 AND v.revoked_at IS NULL`;
