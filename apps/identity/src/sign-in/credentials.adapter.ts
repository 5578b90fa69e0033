import { hash, verify } from '@node-rs/argon2';
import type { EventStore } from '@onmaru/event-sourcing';
import { Problem } from '@onmaru/service-kit';
import type { Pool } from 'pg';
import { emailDigest } from './one-way.adapter.js';

/** Whose sign-in it is; `customerId` is null for staff. */
export type SignInOwner = { readonly userId: string; readonly tenant: string; readonly customerId: string | null };

type Row = { user_id: string; tenant: string; customer_id: string | null; password_hash: string };

/** How long a claimed address waits for its user to appear in the log before somebody else may have it. */
const CLAIM_SECONDS = 60;

/** E-mail addresses and passwords, as far as they are kept: a keyed digest and an argon2id hash. */
export class Credentials {
  private readonly nobody = hash('nobody has this password');

  constructor(
    private readonly pool: Pool,
    private readonly log: EventStore,
    private readonly key: Uint8Array,
  ) {}

  /** Takes an address for a user whom nobody has recorded yet, so that it is unique; the problem `email-in-use` else. */
  async claim(owner: SignInOwner, email: string, password: string): Promise<void> {
    const values = [owner.userId, owner.tenant, owner.customerId, emailDigest(this.key, email), await hash(password)];
    if (await this.take(values)) return;
    await this.forgetAbandoned(email);
    if (!(await this.take(values))) throw new Problem('email-in-use');
  }

  /** Gives back what was claimed for a user who was refused. */
  async release(userId: string): Promise<void> {
    await this.pool.query('DELETE FROM identity.credential WHERE user_id = $1', [userId]);
  }

  /** What stands for an e-mail address where it must not stand itself. */
  nameOf(email: string): string {
    return emailDigest(this.key, email).toString('base64');
  }

  /** Takes as long for an address that nobody has as for a wrong password. */
  async check(email: string, password: string): Promise<SignInOwner | null> {
    const found = await this.find(email);
    const isRight = await verify(found?.password_hash ?? (await this.nobody), password);
    return found && isRight ? { userId: found.user_id, tenant: found.tenant, customerId: found.customer_id } : null;
  }

  /** Sets the password where it is another one. */
  async ensurePassword(tenant: string, userId: string, password: string): Promise<void> {
    const { rows } = await this.pool.query<Row>('SELECT password_hash FROM identity.credential WHERE user_id = $1', [userId]);
    if (rows[0] && !(await verify(rows[0].password_hash, password))) await this.setPassword(tenant, userId, password);
  }

  /** False for a user without a sign-in. Whoever is signed in as them is no longer. */
  async setPassword(tenant: string, userId: string, password: string): Promise<boolean> {
    const values = [tenant, userId, await hash(password)];
    return (await this.pool.query(SET_PASSWORD, values)).rowCount === 1;
  }

  async forgetCustomer(tenant: string, customerId: string): Promise<void> {
    await this.pool.query('DELETE FROM identity.credential WHERE tenant = $1 AND customer_id = $2', [tenant, customerId]);
  }

  private async take(values: readonly unknown[]): Promise<boolean> {
    try {
      await this.pool.query(CLAIM, [...values]);
      return true;
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'credential_email_digest_key') return false;
      throw error;
    }
  }

  private async forgetAbandoned(email: string): Promise<void> {
    const found = await this.find(email);
    if (!found || (await this.log.readStream(found.tenant, `user-${found.user_id}`)).length > 0) return;
    await this.pool.query(FORGET_ABANDONED, [found.user_id, CLAIM_SECONDS]);
  }

  private async find(email: string): Promise<Row | undefined> {
    return (await this.pool.query<Row>({ name: 'credential', text: FIND, values: [emailDigest(this.key, email)] })).rows[0];
  }
}

const FIND = 'SELECT user_id, tenant, customer_id, password_hash FROM identity.credential WHERE email_digest = $1';

const CLAIM = `
  INSERT INTO identity.credential (user_id, tenant, customer_id, email_digest, password_hash) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (user_id) DO UPDATE SET email_digest = excluded.email_digest, password_hash = excluded.password_hash, claimed_at = now()`;

const SET_PASSWORD = `
  WITH signed_out AS (DELETE FROM identity.session WHERE user_id = $2)
  UPDATE identity.credential SET password_hash = $3 WHERE tenant = $1 AND user_id = $2`;

const FORGET_ABANDONED = `
  DELETE FROM identity.credential WHERE user_id = $1 AND claimed_at < now() - make_interval(secs => $2)`;
