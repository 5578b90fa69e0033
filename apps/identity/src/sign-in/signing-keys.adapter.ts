import type { Pool } from 'pg';
import { exportJWK, generateKeyPair, importJWK, calculateJwkThumbprint, type CryptoKey, type JWK } from 'jose';

export const ALGORITHM = 'EdDSA';

export type SigningKey = { readonly kid: string; readonly key: CryptoKey };
export type PublicKeys = { readonly keys: readonly JWK[] };

type Row = { kid: string; private_jwk: JWK; retired_at: Date | null };

/** The keys that access tokens are signed with. One is in use; a retired one still proves what it signed. */
export class SigningKeys {
  constructor(private readonly pool: Pool) {}

  /** The key in use, made when there is none. */
  async inUse(): Promise<SigningKey> {
    const row = (await this.rows()).find(({ retired_at }) => !retired_at) ?? (await this.make());
    return { kid: row.kid, key: (await importJWK(row.private_jwk, ALGORITHM)) as CryptoKey };
  }

  async published(): Promise<PublicKeys> {
    const rows = await this.rows();
    return { keys: rows.map(({ kid, private_jwk: { d: _, ...jwk } }) => ({ ...jwk, kid, alg: ALGORITHM, use: 'sig' })) };
  }

  private async rows(): Promise<readonly Row[]> {
    return (await this.pool.query<Row>('SELECT kid, private_jwk, retired_at FROM identity.signing_key ORDER BY created_at')).rows;
  }

  private async make(): Promise<Row> {
    const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true, crv: 'Ed25519' });
    const jwk = await exportJWK(privateKey);
    const kid = await calculateJwkThumbprint(jwk);
    await this.pool.query('INSERT INTO identity.signing_key (kid, private_jwk) VALUES ($1, $2) ON CONFLICT DO NOTHING', [kid, jwk]);
    const inUse = (await this.rows()).find(({ retired_at }) => !retired_at);
    if (!inUse) throw new Error('No signing key is in use');
    return inUse;
  }
}
