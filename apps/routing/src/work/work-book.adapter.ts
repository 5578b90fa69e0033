import { withInbox, type Message, type Taken } from '@onmaru/messaging';
import type { Pool, PoolClient } from 'pg';
import type { FreedBecause } from '../agent/agent.js';
import type { Work } from './work.js';

/** A place that is kept for a case which no longer needs it. */
export type StalePlace = { readonly caseId: string; readonly agentId: string; readonly because: FreedBecause };

type Row = Omit<Work, 'openedAt' | 'waitsFrom'> & { readonly openedAt: Date; readonly waitsFrom: string };

type Change = { readonly message: Message; readonly caseId: string; readonly after: (work: Work | null) => Work | null };

/** The cases of all tenants, as far as handing them out goes. */
export class WorkBook {
  private readonly take: (change: Change) => Promise<Taken>;

  constructor(private readonly pool: Pool) {
    this.take = withInbox({ pool, schema: 'routing', name: 'work' }, carryOut);
  }

  /** Writes down what a case is after `message`, once however often it comes. */
  async change(message: Message, caseId: string, after: (work: Work | null) => Work | null): Promise<void> {
    await this.take({ message, caseId, after });
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

const carryOut = async (client: PoolClient, changes: readonly Change[]): Promise<void> => {
  const before = await find(client, changes);
  const changed = changes.flatMap(({ after }, n) => {
    const work = after(before[n] ?? null);
    return work === null || work === before[n] ? [] : [work];
  });
  if (changed.length > 0) await client.query({ name: 'work-write', text: WRITE, values: [JSON.stringify(changed)] });
};

const FIND = `
  SELECT (wanted.n - 1)::integer AS n, ${COLUMNS} FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS wanted (tenant, case_id, n)
  JOIN routing.work w ON w.tenant = wanted.tenant AND w.case_id = wanted.case_id ORDER BY w.tenant, w.case_id FOR UPDATE OF w`;

const WRITE = `
  INSERT INTO routing.work (tenant, case_id, queue_id, priority, opened_at, state, assignee_id, returned_by, waits_from)
  SELECT tenant, "caseId", "queueId", priority, "openedAt", state, "assigneeId", "returnedBy", "waitsFrom" FROM json_to_recordset($1::json)
    AS r (tenant text, "caseId" uuid, "queueId" text, priority integer, "openedAt" timestamptz, state text, "assigneeId" text, "returnedBy" text, "waitsFrom" bigint)
  ON CONFLICT (tenant, case_id) DO UPDATE SET queue_id = excluded.queue_id, priority = excluded.priority, state = excluded.state,
    assignee_id = excluded.assignee_id, returned_by = excluded.returned_by, waits_from = excluded.waits_from`;

const find = async (client: PoolClient, changes: readonly Change[]): Promise<readonly (Work | undefined)[]> => {
  const values = [changes.map(({ message }) => message.tenant), changes.map(({ caseId }) => caseId)];
  const { rows } = await client.query<Row & { n: number }>({ name: 'work-of-cases', text: FIND, values });
  const found = new Map(rows.map(({ n, ...row }) => [n, workOf(row)]));
  return changes.map((_, n) => found.get(n));
};

const workOf = ({ openedAt, waitsFrom, ...row }: Row): Work => ({ ...row, openedAt: openedAt.toISOString(), waitsFrom: Number(waitsFrom) });
