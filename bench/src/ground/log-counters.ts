import pg from 'pg';
import { SOUND, type Counters } from '../bench.js';

const QUESTION = `
  with acknowledged as (select unnest($1::uuid[]) as id)
  select
    (select count(*) from acknowledged a where not exists (select from log.event e where e.id = a.id))::int as lost,
    (select count(*) - count(distinct id) from log.event)::int as doubled,
    (select count(*) from (select position, row_number() over (order by position) as nth from log.event) p where position <> nth)::int
      + (select count(*) from (select revision, row_number() over (partition by tenant, stream order by position) as nth from log.event) r where revision <> nth)::int
      + (select count(*) from log.head where position <> (select count(*) from log.event))::int as out_of_order`;

/**
 * What a log that was appended to by nobody else does not hold of what it acknowledged (ids of events), holds twice,
 * or holds at a wrong place: positions and revisions count 1, 2, 3 … without gaps.
 */
export const logCounters = async (url: string, acknowledged: readonly string[]): Promise<Counters> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ lost: number; doubled: number; out_of_order: number }>(QUESTION, [acknowledged]);
    const [found] = rows;
    if (!found) throw new Error('the log could not be counted');
    return { ...SOUND, lost: found.lost, doubled: found.doubled, outOfOrder: found.out_of_order };
  } finally {
    await client.end();
  }
};
