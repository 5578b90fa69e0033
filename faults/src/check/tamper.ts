import type { Client } from 'pg';
import type { Platform } from '../ground/platform.js';
import type { History } from '../history.js';
import { onDatabase } from './on-database.js';

const COLUMNS = 'position, tenant, stream, category, revision, type, id, command_id, command_hash, command_index, data, meta, occurred_at, recorded_at';

/** SQL of what a copy has otherwise than the event that it is of. */
type Other = Readonly<Record<'stream' | 'revision' | 'command' | 'data', string>>;

/** Puts a copy of the first event of a command at the end of the log. */
const copied = (client: Client, commandId: string, { stream, revision, command, data }: Other): Promise<unknown> =>
  client.query(
    `with head as (update log.head set position = position + 1, recorded_at = now() returning position)
     insert into log.event (${COLUMNS})
     select head.position, tenant, ${stream}, category, ${revision}, type, gen_random_uuid(), ${command}, command_hash, command_index, ${data}, meta, occurred_at, date_trunc('milliseconds', now())
     from log.event event, head where command_id = $1 and command_index = 0 order by event.position limit 1`,
    [commandId],
  );

const acknowledged = ({ commands }: History, verb: string): string => {
  const found = commands.findLast((one) => one.verb === verb && one.outcome === 'ok');
  if (!found) throw new Error(`no ${verb} was acknowledged: there is nothing to plant a fault in`);
  return found.commandId;
};

/** Faults that are planted once everything is whole: whoever looks for faults must find them. */
export const TAMPERING = {
  lost: async (client: Client, history: History): Promise<void> => {
    // Another's in its place: without the event nothing that follows the log would get past the gap.
    await client.query('update log.event set command_id = gen_random_uuid()::text where command_id = $1', [acknowledged(history, 'add-note')]);
  },
  doubled: async (client: Client, history: History): Promise<void> => {
    await copied(client, acknowledged(history, 'open'), { stream: `'case-' || gen_random_uuid()`, revision: '1', command: 'command_id', data: 'data' });
  },
  overCapacity: async (client: Client): Promise<void> => {
    const { rows } = await client.query<{ command_id: string }>(`select command_id from log.event where type = 'routing.AgentPlaceTaken.v1' order by position desc limit 1`);
    const revision = `(select max(revision) + 1 from log.event own where own.tenant = event.tenant and own.stream = event.stream)`;
    const data = `jsonb_set(data::jsonb, '{caseId}', to_jsonb(gen_random_uuid()::text))::text`;
    for (let n = 0; n < 10; n += 1) await copied(client, rows[0]?.command_id ?? '', { stream: 'stream', revision, command: 'gen_random_uuid()::text', data });
  },
  viewsDiffer: async (client: Client): Promise<void> => {
    await client.query('update cases.case_details_1 set revision = revision + 1 where (tenant, id) in (select tenant, id from cases.case_details_1 limit 3)');
  },
} as const;

export const INJECTIONS = [...(Object.keys(TAMPERING) as (keyof typeof TAMPERING)[]), 'stale'] as const;
export type Injection = (typeof INJECTIONS)[number];

export const tamper = (platform: Platform, history: History, injection: keyof typeof TAMPERING): Promise<void> =>
  onDatabase(platform.database, (client) => TAMPERING[injection](client, history));
