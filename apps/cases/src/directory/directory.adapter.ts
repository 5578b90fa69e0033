import { setImmediate as endOfTurn } from 'node:timers/promises';
import { openedData, type Carrier, type Keys } from '@onmaru/event-sourcing';
import { grams, searchText } from '@onmaru/search';
import type { Pool } from 'pg';
import type { DirectoryEntries } from './directory-entries.query.js';
import type { DirectoryKind } from './directory.entity.js';

export type Entry = { readonly kind: DirectoryKind; readonly id: string; readonly name: string | null; readonly externalId: string | null };
type Row = Entry & News & { readonly grams: readonly string[] };
type Gathering = { readonly rows: Map<string, Row>; readonly written: Promise<void> };
type News = { readonly tenant: string; readonly position: number };

const WRITE = `
  INSERT INTO cases.directory (tenant, kind, id, name, external_id, grams, position)
  SELECT tenant, kind, id, name, "externalId", grams, position FROM json_to_recordset($1::json)
    AS r (tenant text, kind text, id text, name text, "externalId" text, grams text[], position bigint)
  ON CONFLICT (tenant, kind, id) DO UPDATE SET name = excluded.name, external_id = excluded.external_id,
    grams = excluded.grams, position = excluded.position WHERE cases.directory.position < excluded.position`;

const FORGET = `
  INSERT INTO cases.directory (tenant, kind, id, name, external_id, grams, position) VALUES ($1, $2, $3, NULL, NULL, '{}', $4)
  ON CONFLICT (tenant, kind, id) DO UPDATE SET name = NULL, grams = '{}', position = excluded.position`;

/** What other contexts call theirs. Repeats and late news change nothing: the position of the event decides. */
export class Directory {
  private gathering: Gathering | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly keys: Keys,
    private readonly entries: DirectoryEntries,
  ) {}

  private gather(): Gathering {
    const rows = new Map<string, Row>();
    const write = async (): Promise<void> => {
      await endOfTurn();
      this.gathering = null;
      try {
        await this.pool.query({ name: 'write-directory-entries', text: WRITE, values: [JSON.stringify([...rows.values()])] });
      } finally {
        for (const { tenant, id } of rows.values()) this.entries.changed(tenant, id);
      }
    };
    return { rows, written: write() };
  }

  /** A message's data with the names in it readable; null for those who are erased. */
  opened<Data extends object>(message: Carrier<Data>): Promise<Data> {
    return openedData(this.keys, message);
  }

  /** What is written in one turn of the event loop goes into one statement. */
  write({ tenant, position }: News, { kind, id, name, externalId }: Entry): Promise<void> {
    const { rows, written } = (this.gathering ??= this.gather());
    const key = `${tenant}/${kind}/${id}`;
    if (position >= (rows.get(key)?.position ?? 0)) rows.set(key, { tenant, kind, id, name, externalId, grams: grams(searchText(name)), position });
    return written;
  }

  /** Forgets a person's name for good, also where the news that brings it comes later. */
  async forget({ tenant, position }: News, kind: DirectoryKind, id: string): Promise<void> {
    try {
      await this.pool.query({ name: 'directory-forget', text: FORGET, values: [tenant, kind, id, position] });
    } finally {
      this.entries.changed(tenant, id);
    }
  }
}
