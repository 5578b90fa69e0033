import { gathered } from '@onmaru/event-sourcing';
import { Remembered } from '@onmaru/service-kit';
import type { Pool } from 'pg';
import type { DirectoryKind } from './directory.entity.js';

export type DirectoryEntry = { readonly kind: DirectoryKind; readonly id: string; readonly name: string | null; readonly externalId: string | null };
type Wanted = { readonly tenant: string; readonly ids: readonly string[] };
type Row = DirectoryEntry & { readonly n: number };

/** What the directory has under some ids. Who asks at the same time is answered together. */
const lookedUp = (pool: Pool): ((wanted: Wanted) => Promise<readonly DirectoryEntry[]>) =>
  gathered(async (questions: readonly Wanted[]) => {
    const asked = questions.flatMap(({ tenant, ids }, n) => ids.map((id) => ({ n, tenant, id })));
    if (asked.length === 0) return questions.map(() => []);
    const values = [asked.map(({ n }) => n), asked.map(({ tenant }) => tenant), asked.map(({ id }) => id)];
    const { rows } = await pool.query<Row>({ name: 'directory-entries', text: ENTRIES, values });
    const found = questions.map((): DirectoryEntry[] => []);
    for (const row of rows) found[row.n]?.push(row);
    return found;
  });

/** The directory by id; what was found is remembered for four seconds at most. */
export class DirectoryEntries {
  private readonly remembered = new Remembered<readonly DirectoryEntry[]>();
  private readonly look: ReturnType<typeof lookedUp>;

  constructor(pool: Pool) {
    this.look = lookedUp(pool);
  }

  /** What it has under these ids; of each id what it had at one moment. */
  async of(tenant: string, ids: readonly string[]): Promise<readonly DirectoryEntry[]> {
    const known = ids.map((id) => this.remembered.get(nameOf(tenant, id)));
    const missing = ids.filter((_, n) => known[n] === undefined);
    if (missing.length === 0) return known.flatMap((entries) => entries ?? []);
    const keep = this.remembered.asking();
    const found = await this.look({ tenant, ids: missing });
    for (const [id, entries] of Map.groupBy(found, (entry) => entry.id)) keep(nameOf(tenant, id), entries);
    return [...known.flatMap((entries) => entries ?? []), ...found];
  }

  /** Something else may be there from now on. */
  changed(tenant: string, id: string): void {
    this.remembered.forget(nameOf(tenant, id));
  }
}

const nameOf = (tenant: string, id: string): string => `${tenant}/${id}`;

const ENTRIES = `
  SELECT wanted.n, d.kind, d.id, d.name, d.external_id AS "externalId" FROM unnest($1::integer[], $2::text[], $3::text[]) AS wanted (n, tenant, id)
  JOIN cases.directory d ON d.tenant = wanted.tenant AND d.kind IN ('customer', 'queue', 'staff') AND d.id = wanted.id`;
