import { openedData, type Carrier, type Keys } from '@onmaru/event-sourcing';
import { grams, searchText } from '@onmaru/search';
import type { Pool } from 'pg';
import type { DirectoryKind } from './directory.entity.js';

export type Entry = { readonly kind: DirectoryKind; readonly id: string; readonly name: string | null; readonly externalId: string | null };
type News = { readonly tenant: string; readonly position: number };

/** What other contexts call theirs. Repeats and late news change nothing: the position of the event decides. */
export class Directory {
  constructor(
    private readonly pool: Pool,
    private readonly keys: Keys,
  ) {}

  /** A message's data with the names in it readable; null for those who are erased. */
  opened<Data extends object>(message: Carrier<Data>): Promise<Data> {
    return openedData(this.keys, message);
  }

  async write({ tenant, position }: News, { kind, id, name, externalId }: Entry): Promise<void> {
    await this.pool.query({
      name: 'directory-entry',
      text: `INSERT INTO cases.directory (tenant, kind, id, name, external_id, grams, position) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (tenant, kind, id) DO UPDATE SET name = excluded.name, external_id = excluded.external_id,
               grams = excluded.grams, position = excluded.position WHERE cases.directory.position < excluded.position`,
      values: [tenant, kind, id, name, externalId, grams(searchText(name)), position],
    });
  }

  /** Forgets a person's name for good, also where the news that brings it comes later. */
  async forget({ tenant, position }: News, kind: DirectoryKind, id: string): Promise<void> {
    await this.pool.query({
      name: 'directory-forget',
      text: `INSERT INTO cases.directory (tenant, kind, id, name, external_id, grams, position) VALUES ($1, $2, $3, NULL, NULL, '{}', $4)
             ON CONFLICT (tenant, kind, id) DO UPDATE SET name = NULL, grams = '{}', position = excluded.position`,
      values: [tenant, kind, id, position],
    });
  }
}
