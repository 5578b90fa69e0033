import { withInbox, type Message } from '@onmaru/messaging';
import type { Pool, PoolClient } from 'pg';
import type { FreedBecause } from '../agent/agent.js';
import type { Work } from './work.js';

/** A place that is kept for a case which no longer needs it. */
export type StalePlace = { readonly caseId: string; readonly agentId: string; readonly because: FreedBecause };

type Row = Omit<Work, 'openedAt' | 'waitsFrom'> & { readonly openedAt: Date; readonly waitsFrom: string };

/** The cases of all tenants, as far as handing them out goes. */
export class WorkBook {
  constructor(private readonly pool: Pool) {}

  /** Writes down what a case is after `message`, once however often it comes. */
  async change(message: Message, caseId: string, after: (work: Work | null) => Work | null): Promise<void> {
    await withInbox({ pool: this.pool, schema: 'routing', name: 'work' }, message, async (client) => {
      const before = await find(client, message.tenant, caseId);
      const work = after(before);
      if (work !== null && work !== before) await write(client, work);
    });
  }

  /** The most urgent cases that wait, at most `limit`, and how many there are. */
  async waiting(tenant: string, limit: number): Promise<{ readonly waiting: readonly Work[]; readonly count: number }> {
    const { rows } = await this.pool.query<Row & { count: string }>({ name: 'work-waiting', text: WAITING, values: [tenant, limit] });
    return { waiting: rows.map(({ count: _, ...row }) => workOf(row)), count: Number(rows[0]?.count ?? 0) };
  }

  /** Tenants that have work, or places that are taken. */
  async tenants(): Promise<readonly string[]> {
    return (await this.pool.query<{ tenant: string }>(TENANTS)).rows.map(({ tenant }) => tenant);
  }

  /** Places of cases that are done, that somebody else has, or that wait again. */
  async stalePlaces(tenant: string): Promise<readonly StalePlace[]> {
    return (await this.pool.query<StalePlace>({ name: 'work-stale-places', text: STALE, values: [tenant] })).rows;
  }
}

const COLUMNS = `w.tenant, w.case_id AS "caseId", w.queue_id AS "queueId", w.priority, w.opened_at AS "openedAt", w.state,
  w.assignee_id AS "assigneeId", w.returned_by AS "returnedBy", w.waits_from AS "waitsFrom"`;

const TENANTS = `
  SELECT tenant FROM routing.work WHERE state <> 'done' UNION SELECT tenant FROM routing.hand_outs_1 WHERE holder_id IS NOT NULL`;

const WAITING = `
  SELECT ${COLUMNS}, count(*) OVER () FROM routing.work w LEFT JOIN routing.hand_outs_1 h USING (tenant, case_id)
  WHERE w.tenant = $1 AND w.state = 'open' AND w.assignee_id IS NULL AND h.holder_id IS NULL
  ORDER BY w.priority, w.opened_at, w.case_id LIMIT $2`;

const STALE = `
  SELECT h.case_id AS "caseId", h.holder_id AS "agentId",
         CASE WHEN w.state = 'done' THEN 'done' WHEN w.assignee_id IS NULL THEN 'waits-again' ELSE 'assigned-to-another' END AS because
  FROM routing.hand_outs_1 h JOIN routing.work w USING (tenant, case_id)
  WHERE h.tenant = $1 AND h.holder_id IS NOT NULL
    AND (w.state = 'done' OR w.assignee_id <> h.holder_id OR (w.assignee_id IS NULL AND w.waits_from > h.taken_position))`;

const find = async (client: PoolClient, tenant: string, caseId: string): Promise<Work | null> => {
  const text = `SELECT ${COLUMNS} FROM routing.work w WHERE w.tenant = $1 AND w.case_id = $2 FOR UPDATE`;
  const { rows } = await client.query<Row>({ name: 'work-of-case', text, values: [tenant, caseId] });
  return rows[0] === undefined ? null : workOf(rows[0]);
};

const write = async (client: PoolClient, work: Work): Promise<void> => {
  const { tenant, caseId, queueId, priority, openedAt, state, assigneeId, returnedBy, waitsFrom } = work;
  await client.query({
    name: 'work-write',
    text: `INSERT INTO routing.work (tenant, case_id, queue_id, priority, opened_at, state, assignee_id, returned_by, waits_from)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           ON CONFLICT (tenant, case_id) DO UPDATE SET queue_id = excluded.queue_id, priority = excluded.priority, state = excluded.state,
             assignee_id = excluded.assignee_id, returned_by = excluded.returned_by, waits_from = excluded.waits_from`,
    values: [tenant, caseId, queueId, priority, openedAt, state, assigneeId, returnedBy, waitsFrom],
  });
};

const workOf = ({ openedAt, waitsFrom, ...row }: Row): Work => ({ ...row, openedAt: openedAt.toISOString(), waitsFrom: Number(waitsFrom) });
