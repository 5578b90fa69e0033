import { createdId, done, type Done } from '@onmaru/service-kit';
import type { Pool } from 'pg';
import type { Asked } from '../person-id.adapter.js';
import { apiKeyText, type ApiKeyText } from '../sign-in/api-key-text.js';
import { digestOf, newSecret } from '../sign-in/one-way.adapter.js';
import type { ShownOnce } from '../sign-in/shown-once.adapter.js';
import type { ProgramRole } from './account.js';
import type { AccountStreams } from './account-streams.adapter.js';
import { issueApiKey } from './issue-api-key/issue-api-key.js';

export type Issued = Done & { readonly id: string; readonly key?: string };

/** Issues keys to programs. What proves a key is kept as a digest; the key itself is shown once. */
export class ApiKeys {
  constructor(
    private readonly pool: Pool,
    private readonly accounts: AccountStreams,
    private readonly shown: ShownOnce,
  ) {}

  async issue(asking: Asked, name: string, role: ProgramRole): Promise<Issued> {
    const id = createdId(asking, 'account');
    const secret = newSecret();
    const isNew = (await this.pool.query(KEEP, [id, asking.tenant, digestOf(secret)])).rowCount === 1;
    const key = this.shown.of('API key', asking, !isNew, () => apiKeyText({ id, secret }));
    const issued = done(await this.accounts.handle(asking, id, (current, at) => issueApiKey({ at, data: { name, role } }, current)));
    return { ...issued, id, ...(key !== null && { key }) };
  }

  /** Sees to it that a key which was made elsewhere is known. One that was revoked stays so. */
  async ensure(asking: Asked, { id, secret }: ApiKeyText, name: string, role: ProgramRole): Promise<void> {
    await this.pool.query(KEEP, [id, asking.tenant, digestOf(secret)]);
    const same = await this.pool.query('SELECT FROM identity.api_key WHERE id = $1 AND tenant = $2 AND hash = $3', [id, asking.tenant, digestOf(secret)]);
    if (same.rowCount === 0) throw new Error('There is another API key with the id of this one');
    done(await this.accounts.handle(asking, id, (current, at) => (current.state === 'unknown' ? issueApiKey({ at, data: { name, role } }, current) : [])));
  }
}

const KEEP = 'INSERT INTO identity.api_key (id, tenant, hash) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING';
