import { PAGE_LIMIT, pageOf, POSITION, readCursor } from '@onmaru/service-kit';
import type { Pool } from 'pg';
import { validate } from 'uuid';
import type { AgentRecord } from './agent-record.js';

type Row = Omit<AgentRecord, Big | 'lastGivenPosition'> & Record<Big, string> & { readonly lastGivenPosition: string | null };
type Big = 'joinedPosition' | 'revision' | 'position';

/** Agents of one tenant, in the order in which they joined. */
export class AgentsQuery {
  constructor(private readonly pool: Pool) {}

  async one(tenant: string, id: string): Promise<AgentRecord | null> {
    return validate(id) ? ((await this.rows('agent', `${ROWS} AND id = $2`, [tenant, id]))[0] ?? null) : null;
  }

  async page(tenant: string, { presence, limit = PAGE_LIMIT.usual, cursor }: { presence?: string; limit?: number; cursor?: string }) {
    const [after] = readCursor(cursor, POSITION) ?? [null];
    const found = await this.rows('agents', PAGE, [tenant, presence ?? null, after, limit + 1]);
    return pageOf(found, limit, ({ joinedPosition }) => [String(joinedPosition)]);
  }

  /** Everybody who is not offline. */
  present(tenant: string): Promise<readonly AgentRecord[]> {
    return this.rows('agents-present', `${ROWS} AND presence <> 'offline'`, [tenant]);
  }

  private async rows(name: string, text: string, values: unknown[]): Promise<readonly AgentRecord[]> {
    const { rows } = await this.pool.query<Row>({ name, text, values });
    return rows.map(({ joinedPosition, lastGivenPosition, revision, position, ...row }) => ({
      ...row,
      joinedPosition: Number(joinedPosition),
      lastGivenPosition: lastGivenPosition === null ? null : Number(lastGivenPosition),
      revision: Number(revision),
      position: Number(position),
    }));
  }
}

const ROWS = `
  SELECT tenant, id, presence, capacity, places, last_given_position AS "lastGivenPosition", joined_position AS "joinedPosition",
         has_left AS "hasLeft", revision, position
  FROM routing.agents_1 WHERE tenant = $1 AND NOT has_left`;

const PAGE = `${ROWS} AND ($2::text IS NULL OR presence = $2) AND ($3::bigint IS NULL OR joined_position > $3) ORDER BY joined_position LIMIT $4`;
