import { grams, searchText } from '@onmaru/search';
import type { Pool, PoolClient } from 'pg';
import type { DirectoryKind } from './directory.entity.js';

export type Entry = { readonly kind: DirectoryKind; readonly id: string; readonly name: string | null; readonly externalId: string | null };

/** Writes down what other contexts call theirs. An older message never undoes a newer one. */
export const writeEntry = async (client: Pool | PoolClient, tenant: string, position: number, { kind, id, name, externalId }: Entry): Promise<void> => {
  await client.query({
    name: 'directory-entry',
    text: `INSERT INTO cases.directory (tenant, kind, id, name, external_id, grams, position) VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (tenant, kind, id) DO UPDATE SET name = excluded.name, external_id = excluded.external_id,
             grams = excluded.grams, position = excluded.position WHERE cases.directory.position < excluded.position`,
    values: [tenant, kind, id, name, externalId, grams(searchText(name)), position],
  });
};

/** Forgets a person's name for good, also where the message that brings it comes later. */
export const forgetName = async (client: Pool | PoolClient, tenant: string, position: number, kind: DirectoryKind, id: string): Promise<void> => {
  await client.query({
    name: 'directory-forget',
    text: `INSERT INTO cases.directory (tenant, kind, id, name, external_id, grams, position) VALUES ($1, $2, $3, NULL, NULL, '{}', $4)
           ON CONFLICT (tenant, kind, id) DO UPDATE SET name = NULL, grams = '{}', position = excluded.position`,
    values: [tenant, kind, id, position],
  });
};
