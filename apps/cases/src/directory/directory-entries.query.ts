import { gathered } from '@onmaru/event-sourcing';
import type { Pool } from 'pg';
import type { DirectoryKind } from './directory.entity.js';

export type DirectoryEntry = { readonly kind: DirectoryKind; readonly id: string; readonly name: string | null; readonly externalId: string | null };
type Wanted = { readonly tenant: string; readonly ids: readonly string[] };
type Row = DirectoryEntry & { readonly n: number };

/** What the directory has under some ids. Who asks at the same time is answered together. */
export const directoryEntries = (pool: Pool): ((wanted: Wanted) => Promise<readonly DirectoryEntry[]>) =>
  gathered(async (questions: readonly Wanted[]) => {
    const asked = questions.flatMap(({ tenant, ids }, n) => ids.map((id) => ({ n, tenant, id })));
    if (asked.length === 0) return questions.map(() => []);
    const values = [asked.map(({ n }) => n), asked.map(({ tenant }) => tenant), asked.map(({ id }) => id)];
    const { rows } = await pool.query<Row>({ name: 'directory-entries', text: ENTRIES, values });
    const found = questions.map((): DirectoryEntry[] => []);
    for (const row of rows) found[row.n]?.push(row);
    return found;
  });

const ENTRIES = `
  SELECT wanted.n, d.kind, d.id, d.name, d.external_id AS "externalId" FROM unnest($1::integer[], $2::text[], $3::text[]) AS wanted (n, tenant, id)
  JOIN cases.directory d ON d.tenant = wanted.tenant AND d.kind IN ('customer', 'queue', 'staff') AND d.id = wanted.id`;
