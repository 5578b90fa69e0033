import { PAGE_LIMIT, pageOf, POSITION, readCursor } from '@onmaru/service-kit';
import type { Pool } from 'pg';
import { validate } from 'uuid';
import { queueId } from '../../queue/queue-id.adapter.js';
import type { QueueRecord } from './queue-record.js';

type Row = Omit<QueueRecord, 'openedPosition' | 'revision' | 'position'> & Record<'openedPosition' | 'revision' | 'position', string>;

/** Queues of one tenant, in the order in which they were opened. */
export class QueuesQuery {
  constructor(private readonly pool: Pool) {}

  async one(tenant: string, id: string): Promise<QueueRecord | null> {
    return validate(id) ? ((await this.rows('queue', `${ROWS} AND id = $2`, [tenant, id]))[0] ?? null) : null;
  }

  async page(tenant: string, { name, limit = PAGE_LIMIT.usual, cursor }: { name?: string; limit?: number; cursor?: string }) {
    const [after] = readCursor(cursor, POSITION) ?? [null];
    const id = name === undefined ? null : queueId(tenant, name);
    return pageOf(await this.rows('queues', PAGE, [tenant, id, after, limit + 1]), limit, ({ openedPosition }) => [String(openedPosition)]);
  }

  private async rows(name: string, text: string, values: unknown[]): Promise<readonly QueueRecord[]> {
    const { rows } = await this.pool.query<Row>({ name, text, values });
    return rows.map((row) => ({ ...row, openedPosition: Number(row.openedPosition), revision: Number(row.revision), position: Number(row.position) }));
  }
}

const ROWS = 'SELECT tenant, id, name, opened_position AS "openedPosition", revision, position FROM routing.queues_1 WHERE tenant = $1';

const PAGE = `${ROWS} AND ($2::uuid IS NULL OR id = $2) AND ($3::bigint IS NULL OR opened_position > $3) ORDER BY opened_position LIMIT $4`;
