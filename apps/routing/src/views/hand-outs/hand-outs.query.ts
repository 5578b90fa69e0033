import type { Pool } from 'pg';
import { validate } from 'uuid';
import type { HandOut } from './hand-outs.js';

export class HandOutsQuery {
  constructor(private readonly pool: Pool) {}

  /** Decisions about a case of the tenant, the newest first; null when routing never heard of it, as with imported ones. */
  async of(tenant: string, caseId: string): Promise<readonly HandOut[] | null> {
    if (!validate(caseId)) return null;
    const { rows } = await this.pool.query<{ decisions: readonly HandOut[] | null }>({ name: 'hand-outs', text: DECISIONS, values: [tenant, caseId] });
    return rows[0] === undefined ? null : (rows[0].decisions ?? []);
  }
}

const DECISIONS = `
  SELECT h.decisions FROM routing.work w LEFT JOIN routing.hand_outs_1 h USING (tenant, case_id)
  WHERE w.tenant = $1 AND w.case_id = $2`;
