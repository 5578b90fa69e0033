import { PAGE_LIMIT, pageOf, POSITION, readCursor } from '@onmaru/service-kit';
import type { Pool } from 'pg';
import { validate } from 'uuid';
import { rowsOf } from '../rows.query.js';
import type { StaffMember } from './staff-member.js';

export type StaffQuestion = { readonly externalId?: string; readonly role?: string; readonly limit?: number; readonly cursor?: string };

/** Staff of one tenant, in the order in which they came. */
export class StaffQuery {
  constructor(private readonly pool: Pool) {}

  async one(tenant: string, id: string): Promise<StaffMember | null> {
    if (!validate(id)) return null;
    return (await rowsOf<StaffMember>(this.pool, 'staff-one', ONE, [tenant, id]))[0] ?? null;
  }

  async page(tenant: string, { externalId, role, limit = PAGE_LIMIT.usual, cursor }: StaffQuestion) {
    const [after] = readCursor(cursor, POSITION) ?? [null];
    const values = [tenant, externalId ?? null, role ?? null, after, limit + 1];
    const found = await rowsOf<StaffMember>(this.pool, 'staff-page', PAGE, values);
    return pageOf(found, limit, ({ hiredPosition }) => [String(hiredPosition)]);
  }
}

const ROWS = `SELECT tenant, id, name, email, role, external_id AS "externalId", disabled, hired_position AS "hiredPosition",
  revision, position FROM identity.staff_1 WHERE tenant = $1`;

const ONE = `${ROWS} AND id = $2`;

const PAGE = `${ROWS} AND ($2::text IS NULL OR external_id = $2) AND ($3::text IS NULL OR role = $3)
  AND ($4::bigint IS NULL OR hired_position > $4) ORDER BY hired_position LIMIT $5`;
