import { setTimeout as pause } from 'node:timers/promises';
import type { Counters } from '../bench.js';
import { onDatabase } from '../ground/log-database.js';
import { logCounters } from '../ground/log-counters.js';

const CASES = `select substr(stream, 6) as id from log.event where tenant = 'bench' and type = 'cases.CaseOpened.v1' and position > $1`;

/** Ids of the cases that were opened after a position. */
export const casesAfter = (database: string, position: number): Promise<readonly string[]> =>
  onDatabase(database, async (client) => (await client.query<{ id: string }>(CASES, [position])).rows.map(({ id }) => id));

export const headOf = (database: string): Promise<number> =>
  onDatabase(database, async (client) => Number((await client.query<{ position: string }>('select position from log.head')).rows[0]?.position));

const BEHIND = `
  select count(*)::int as behind from (
    select position from identity.view_checkpoint union all select position from cases.view_checkpoint union all select position from routing.view_checkpoint
    union all select position from identity.bus_checkpoint union all select position from cases.bus_checkpoint union all select position from routing.bus_checkpoint
  ) follower where position < (select position from log.head)`;

const PATIENCE = 60_000;

/** Waits until every view and every consumer has seen the whole log; how long that took, in milliseconds. */
export const followed = (database: string): Promise<number> =>
  onDatabase(database, async (client) => {
    const began = performance.now();
    for (;;) {
      const { rows } = await client.query<{ behind: number }>(BEHIND);
      const took = performance.now() - began;
      if (rows[0]?.behind === 0) return took;
      if (took > PATIENCE) throw new Error(`${rows[0]?.behind} followers of the log did not get to its end within a minute`);
      await pause(20);
    }
  });

const QUESTION = `
  with command as (select split_part(command_id, ':', 2) as key from log.event where tenant = 'bench' and category = 'case'),
    opened as (select substr(stream, 6) as id, count(*) as events from log.event where tenant = 'bench' and category = 'case' group by stream)
  select
    (select count(*) from unnest($1::text[]) as a (key) where not exists (select from command c where c.key = a.key))::int as lost,
    (select count(*) - count(distinct key) from command where key <> '')::int as doubled,
    (select count(*) from opened o full join cases.case_details_1 d on d.tenant = 'bench' and d.id::text = o.id
      where d.revision is distinct from o.events and coalesce(d.tenant, 'bench') = 'bench')::int as drift`;

/** What of the commands with these keys, one event each, the log does not hold, or holds twice, and rows of cases that are not as their streams. */
export const platformCounters = async (database: string, acknowledged: readonly string[], failed: number): Promise<Counters> => {
  const log = await logCounters(database, []);
  const found = await onDatabase(database, async (client) => (await client.query<{ lost: number; doubled: number; drift: number }>(QUESTION, [acknowledged])).rows[0]);
  if (!found) throw new Error('the log could not be counted');
  return { ...log, lost: found.lost + failed, doubled: log.doubled + found.doubled, drift: found.drift };
};
