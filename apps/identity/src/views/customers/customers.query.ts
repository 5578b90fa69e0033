import { PAGE_LIMIT, pageOf, POSITION, readCursor } from '@onmaru/service-kit';
import { grams, queryWords } from '@onmaru/search';
import type { Pool } from 'pg';
import { validate } from 'uuid';
import { rowsOf } from '../rows.query.js';
import type { CustomerRecord } from './customer-record.js';

export type CustomersQuestion = { readonly q?: string; readonly externalId?: string; readonly limit?: number; readonly cursor?: string };

/** Customers of one tenant, those who came last first. */
export class CustomersQuery {
  constructor(private readonly pool: Pool) {}

  async one(tenant: string, id: string): Promise<CustomerRecord | null> {
    if (!validate(id)) return null;
    return (await rowsOf<CustomerRecord>(this.pool, 'customer', ONE, [tenant, id]))[0] ?? null;
  }

  async page(tenant: string, { q, externalId, limit = PAGE_LIMIT.usual, cursor }: CustomersQuestion) {
    const words = queryWords(q ?? '');
    const [before] = readCursor(cursor, POSITION) ?? [null];
    const values = [tenant, words, words.flatMap(grams), externalId ?? null, before, limit + 1];
    const found = await rowsOf<CustomerRecord>(this.pool, 'customers', PAGE, values);
    return pageOf(found, limit, ({ registeredPosition }) => [String(registeredPosition)]);
  }
}

const COLUMNS = `tenant, id, name, email, phone, locale, external_id AS "externalId", search_text AS "searchText", grams,
  registered_at AS "registeredAt", erased_at AS "erasedAt", registered_position AS "registeredPosition", revision, position`;
const FROM = 'FROM identity.customers_1 WHERE tenant = $1';

const ONE = `SELECT ${COLUMNS} ${FROM} AND id = $2`;

// The index over pairs of letters finds candidates, the text itself decides.
const PAGE = `SELECT ${COLUMNS} ${FROM}
  AND (cardinality($2::text[]) = 0 OR grams @> $3::text[]
    AND NOT EXISTS (SELECT FROM unnest($2::text[]) word WHERE position(word IN search_text) = 0))
  AND ($4::text IS NULL OR external_id = $4)
  AND ($5::bigint IS NULL OR registered_position < $5)
  ORDER BY registered_position DESC LIMIT $6`;
