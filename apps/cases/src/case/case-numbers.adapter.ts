import type { Pool } from 'pg';

/** The counter behind a tenant's human case numbers. Gaps are allowed: a number that was taken is not given back. */
export class CaseNumbers {
  constructor(private readonly pool: Pool) {}

  /** The next `count` numbers, such as `CS-28116`. */
  async take(tenant: string, count: number): Promise<readonly string[]> {
    if (count === 0) return [];
    const { rows } = await this.pool.query<{ last: string }>({
      name: 'take-case-numbers',
      text: `INSERT INTO cases.case_number (tenant, last) VALUES ($1, $2)
             ON CONFLICT (tenant) DO UPDATE SET last = cases.case_number.last + $2 RETURNING last`,
      values: [tenant, count],
    });
    const last = Number(rows[0]?.last);
    return Array.from({ length: count }, (_, n) => `CS-${last - count + n + 1}`);
  }
}
