import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Position, RawEvent } from '../event.js';
import { LogError } from '../log-error.js';
import { copyLine, IMPORT_COLUMNS, type LastCommand } from './copy-line.js';
import type { PostgresConnection } from './migrate-log.js';
import { CHANNEL } from './schema.js';

/** Events that become durable together. */
const SLICE = 50_000;
const UNIQUE_VIOLATION = '23505';
/** Characters that are sent at a time. */
const CHUNK = 256 * 1024;

const COPY = `copy log.event (${IMPORT_COLUMNS}) from stdin`;

/** A stream that does not go on, beyond a position, where it ended before, or goes on with a gap. */
const BROKEN_STREAM = `
  with taken as (
    select tenant, stream, min(revision) as first, max(revision) as last, count(*) as events, min(position) as position
    from log.event where position > $1 group by tenant, stream
  )
  select t.stream, t.position from taken t
  where t.last - t.first + 1 <> t.events or (t.first > 1 and not exists (
    select from log.event e where e.tenant = t.tenant and e.stream = t.stream and e.revision = t.first - 1))
  order by t.position limit 1`;

export type Imported = { readonly events: number; readonly position: Position };

/**
 * Takes over the events of another log as they lie there: positions, revisions, ids and both times are kept. They must
 * go on where this log ends; those that it has already are passed over, so that an import that was broken off goes on
 * when it is asked for again. Every {@link SLICE} events become durable together. `admin` owns the log; whoever appends
 * meanwhile waits.
 *
 * @throws LogError `invalid-import`, naming the position, when an event is missing, comes twice, or stands elsewhere in
 * its stream; what came before its slice is kept.
 */
export const importEvents = async (admin: PostgresConnection, events: Iterable<RawEvent> | AsyncIterable<RawEvent>): Promise<Imported> => {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    let [slice, imported, position]: [RawEvent[], number, Position] = [[], 0, await headOf(client)];
    const lineOf = copyLine(await lastOf(client));
    const take = async (): Promise<void> => {
      position = await copyIn(client, slice, position, lineOf);
      imported += slice.length;
      slice = [];
    };
    for await (const event of events) {
      if (event.position <= position) continue;
      slice.push(event);
      if (slice.length === SLICE) await take();
    }
    if (slice.length > 0) await take();
    return { events: imported, position };
  } finally {
    await client.end();
  }
};

const headOf = async (client: pg.Client): Promise<Position> => {
  const { rows } = await client.query<{ position: string }>('select position from log.head where single for update');
  return Number(rows[0]?.position);
};

const lastOf = async (client: pg.Client): Promise<LastCommand | undefined> => {
  const { rows } = await client.query<LastCommand>(`
    select e.tenant, e.stream, e.command_id as "commandId", e.command_index as index
    from log.head h join log.event e on e.position = h.position`);
  return rows[0];
};

const invalid = (problem: string): LogError => new LogError('invalid-import', problem);

/** The events as text in pieces that are worth sending. Throws when they do not go on after `after`. */
function* textOf(slice: readonly RawEvent[], after: Position, lineOf: (event: RawEvent) => string): Generator<string> {
  let [text, position] = ['', after];
  for (const event of slice) {
    position += 1;
    if (event.position !== position) throw invalid(`After position ${position - 1} comes ${event.position}: these are not all events of a log in its order`);
    text += lineOf(event);
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
  }
  yield text;
}

const copyIn = async (client: pg.Client, slice: readonly RawEvent[], after: Position, lineOf: (event: RawEvent) => string): Promise<Position> => {
  await client.query('begin');
  try {
    if ((await headOf(client)) !== after) throw invalid(`Somebody else appended to the log after position ${after}`);
    await pipeline(Readable.from(textOf(slice, after, lineOf)), client.query(from(COPY)));
    const position = after + slice.length;
    const { rows } = await client.query<{ stream: string; position: string }>(BROKEN_STREAM, [after]);
    if (rows[0]) throw invalid(`The stream ${rows[0].stream} has a gap at or after position ${rows[0].position}`);
    await client.query('update log.head set position = $1, recorded_at = greatest(recorded_at, $2) where single', [position, slice.at(-1)?.recordedAt]);
    await client.query(`select pg_notify('${CHANNEL}', $1)`, [String(position)]);
    await client.query('commit');
    return position;
  } catch (error) {
    await client.query('rollback');
    if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) throw new LogError('invalid-import', `An event comes twice: ${error.detail ?? error.message}`, { cause: error });
    throw error;
  }
};
