import type { Pool } from 'pg';

/** How many open cases there are in each place where somebody looks. */
export type CaseCounts = {
  readonly mine: number;
  readonly unassigned: number;
  readonly onHold: number;
  readonly reopened: number;
  readonly byQueue: readonly { readonly queue: string; readonly count: number }[];
};

export class CaseCountsQuery {
  constructor(private readonly pool: Pool) {}

  async of(tenant: string, staffId: string): Promise<CaseCounts> {
    const open = `tenant = $1 AND state IN ('new', 'in-progress', 'on-hold')`;
    const [totals, queues] = await Promise.all([
      this.pool.query<Omit<CaseCounts, 'byQueue'>>({
        name: 'case-counts',
        text: `SELECT count(*) FILTER (WHERE assignee_id = $2)::int AS mine, count(*) FILTER (WHERE assignee_id IS NULL)::int AS unassigned,
                      count(*) FILTER (WHERE state = 'on-hold')::int AS "onHold", count(*) FILTER (WHERE reopen_count > 0)::int AS reopened
               FROM cases.case_details_1 WHERE ${open}`,
        values: [tenant, staffId],
      }),
      this.pool.query<CaseCounts['byQueue'][number]>({
        name: 'case-counts-by-queue',
        text: `SELECT d.name AS queue, coalesce(c.count, 0)::int AS count FROM cases.directory d
               LEFT JOIN (SELECT queue_id, count(*) FROM cases.case_details_1 WHERE ${open} GROUP BY queue_id) c ON c.queue_id = d.id
               WHERE d.tenant = $1 AND d.kind = 'queue' ORDER BY count DESC, d.name`,
        values: [tenant],
      }),
    ]);
    return { ...(totals.rows[0] as Omit<CaseCounts, 'byQueue'>), byQueue: queues.rows };
  }
}
