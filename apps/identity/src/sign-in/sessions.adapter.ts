import { randomUUID } from 'node:crypto';
import { days, elapsed, later, seconds, type Clock, type Instant } from '@onmaru/time';
import type { Pool, PoolClient } from 'pg';
import { digestOf, newSecret } from './one-way.adapter.js';
import { openWith, sealWith } from './successor.adapter.js';

export type Session = { readonly id: string; readonly userId: string; readonly refreshToken: string };

type Row = { session_id: string; user_id: string; expires_at: Date; ended_at: Date | null; rotated_at: Date | null; successor: Buffer | null };

export const SESSION_LENGTH = days(30);
/** Tabs of one browser share a cookie, and may refresh with it at almost the same time; all then hold the same next one. */
export const REFRESH_GRACE = seconds(10);

/** Who is signed in, as families of refresh tokens: each is good once, and a second use ends the whole family. */
export class Sessions {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  async start(userId: string): Promise<Session> {
    const [id, refreshToken, now] = [randomUUID(), newSecret(), this.clock.now()];
    await this.pool.query(START, [id, userId, now, later(now, SESSION_LENGTH), digestOf(refreshToken)]);
    return { id, userId, refreshToken };
  }

  /** The session with its next refresh token; null when the token is unknown, old, or was stolen. Only a `shared` one has a grace. */
  async refresh(token: string, shared: boolean): Promise<Session | null> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const session = await this.rotate(client, token, shared);
      await client.query('COMMIT');
      return session;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  async end(sessionId: string): Promise<void> {
    await this.pool.query(END, [sessionId, this.clock.now()]);
  }

  async endOf(refreshToken: string): Promise<void> {
    await this.pool.query(END_BY_TOKEN, [digestOf(refreshToken), this.clock.now()]);
  }

  private async rotate(client: PoolClient, token: string, shared: boolean): Promise<Session | null> {
    await client.query(LOCK, [digestOf(token)]);
    const found = (await client.query<Row>(FIND, [digestOf(token)])).rows[0];
    const now = this.clock.now();
    if (!found || found.ended_at || elapsed(now, instantOf(found.expires_at)) <= 0) return null;
    if (!found.rotated_at) return this.succeed(client, token, found, now, shared);
    if (!shared || !found.successor || elapsed(instantOf(found.rotated_at), now) > REFRESH_GRACE) {
      await client.query(END, [found.session_id, now]);
      return null;
    }
    return this.latest(client, found, openWith(token, found.successor));
  }

  /** What came in a body leaves no trace of its successor: nobody can come by it with the old token, in a cookie neither. */
  private async succeed(client: PoolClient, token: string, found: Row, now: Instant, shared: boolean): Promise<Session> {
    const next = newSecret();
    await client.query(ROTATE, [digestOf(token), now, shared ? sealWith(token, next) : null, digestOf(next), found.session_id]);
    return { id: found.session_id, userId: found.user_id, refreshToken: next };
  }

  private async latest(client: PoolClient, found: Row, token: string): Promise<Session> {
    const next = (await client.query<Row>(FIND, [digestOf(token)])).rows[0];
    if (next?.successor) return this.latest(client, found, openWith(token, next.successor));
    return { id: found.session_id, userId: found.user_id, refreshToken: token };
  }
}

const instantOf = (date: Date): Instant => date.toISOString();

const START = `
  WITH swept AS (DELETE FROM identity.session WHERE user_id = $2 AND (expires_at < $3 OR ended_at < $3::timestamptz - interval '1 day')),
    started AS (INSERT INTO identity.session (id, user_id, started_at, expires_at) VALUES ($1, $2, $3, $4))
  INSERT INTO identity.refresh_token (hash, session_id) VALUES ($5, $1)`;

// Whoever refreshes the same session waits here, and reads what the one before wrote.
const LOCK = `
  SELECT FROM identity.session WHERE id = (SELECT session_id FROM identity.refresh_token WHERE hash = $1) FOR UPDATE`;

const FIND = `
  SELECT t.session_id, s.user_id, s.expires_at, s.ended_at, t.rotated_at, t.successor
  FROM identity.refresh_token t JOIN identity.session s ON s.id = t.session_id WHERE t.hash = $1`;

const ROTATE = `
  WITH rotated AS (UPDATE identity.refresh_token SET rotated_at = $2, successor = $3 WHERE hash = $1)
  INSERT INTO identity.refresh_token (hash, session_id) VALUES ($4, $5)`;

const END = 'UPDATE identity.session SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL';

const END_BY_TOKEN = `
  UPDATE identity.session SET ended_at = $2 WHERE ended_at IS NULL
  AND id = (SELECT session_id FROM identity.refresh_token WHERE hash = $1)`;
