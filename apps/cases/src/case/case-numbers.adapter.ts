import { gathered } from '@onmaru/event-sourcing';
import type { Pool } from 'pg';

type Wanted = { readonly tenant: string; readonly count: number };

/** The counter behind a tenant's human case numbers. Gaps are allowed: a number that was taken is not given back. */
export class CaseNumbers {
  private readonly taking = gathered((wanted: readonly Wanted[]) => this.takeAll(wanted));

  constructor(private readonly pool: Pool) {}

  /** The next `count` numbers, such as `CS-28116`. */
  async take(tenant: string, count: number): Promise<readonly string[]> {
    if (count === 0) return [];
    const first = await this.taking({ tenant, count });
    return Array.from({ length: count }, (_, n) => `CS-${first + n}`);
  }

  /** The first number of each. */
  private async takeAll(wanted: readonly Wanted[]): Promise<readonly number[]> {
    const counts = new Map<string, number>();
    for (const { tenant, count } of wanted) counts.set(tenant, (counts.get(tenant) ?? 0) + count);
    const tenants = [...counts.keys()].sort();
    const { rows } = await this.pool.query<{ tenant: string; last: string }>({
      name: 'take-case-numbers',
      text: `INSERT INTO cases.case_number AS number (tenant, last) SELECT * FROM unnest($1::text[], $2::bigint[])
             ON CONFLICT (tenant) DO UPDATE SET last = number.last + excluded.last RETURNING tenant, last`,
      values: [tenants, tenants.map((tenant) => counts.get(tenant))],
    });
    const next = new Map(rows.map(({ tenant, last }) => [tenant, Number(last) - (counts.get(tenant) as number) + 1]));
    return wanted.map(({ tenant, count }) => {
      const first = next.get(tenant) as number;
      next.set(tenant, first + count);
      return first;
    });
  }
}
