import { PAGE_LIMIT, pageOf, POSITION, readCursor } from '@onmaru/service-kit';
import type { Pool } from 'pg';
import { rowsOf } from '../rows.query.js';
import type { ApiKey } from './api-key.js';

/** Keys of one tenant that are not revoked, the newest first. */
export class ApiKeysQuery {
  constructor(private readonly pool: Pool) {}

  async page(tenant: string, { limit = PAGE_LIMIT.usual, cursor }: { readonly limit?: number; readonly cursor?: string }) {
    const [before] = readCursor(cursor, POSITION) ?? [null];
    const found = await rowsOf<ApiKey>(this.pool, 'api-keys', PAGE, [tenant, before, limit + 1]);
    return pageOf(found, limit, ({ issuedPosition }) => [String(issuedPosition)]);
  }
}

const PAGE = `SELECT tenant, id, name, role, issued_at AS "issuedAt", revoked_at AS "revokedAt", issued_position AS "issuedPosition",
  revision, position FROM identity.api_keys_1 WHERE tenant = $1 AND revoked_at IS NULL
  AND ($2::bigint IS NULL OR issued_position < $2) ORDER BY issued_position DESC LIMIT $3`;
