import { onDatabase } from '../ground/log-database.js';

/**
 * Fills the log of a database up to `events` events of cases, seven to a stream, as long in bytes as those of `dataOf` and
 * `metadataOf`. What it holds already must have come from here.
 */
export const fillLog = async (url: string, events: number): Promise<void> =>
  onDatabase(url, async (client) => {
    await client.query(FILL, [events]);
    await client.query('update log.head set position = $1, recorded_at = now()', [events]);
    await client.query('vacuum (analyze) log.event');
  });

/** What `dataOf` and `metadataOf` make, made by the database of the number that an expression says, for the case that another says. */
const DATA = (n: string, id: string): string => `json_build_object(
  'note', 'The customer called again about order ' || lpad(${n}::text, 9, '0') || ' and asks when the replacement arrives; the courier says it left the depot.',
  'channel', 'phone', 'queueId', 'queue-' || lpad((${id} % 20)::text, 30, '0'), 'impact', 2, 'urgency', 3,
  'tags', json_build_array('delivery', 'replacement'), 'customerId', 'customer-' || lpad((${id} % 5000)::text, 27, '0'))::text`;
const META = (n: string): string => `'{"actor":{"kind":"staff","id":"mina"},"correlationId":"bench-' || lpad(${n}::text, 18, '0') || '"}'`;

// Streams overlap: event n belongs to the stream that began up to 600 events before it.
const FILL = `
  insert into log.event
  select n, 'demo', 'case-' || s.id, 'case', s.revision, case s.revision when 1 then 'cases.CaseOpened.v1' else 'cases.NoteAdded.v1' end,
    gen_random_uuid(), 'command-' || n, null, 0,
    ${DATA('n', 's.id')}, ${META('n')},
    timestamptz '2026-01-01' + n * interval '10 seconds', timestamptz '2026-06-01' + n * interval '1 millisecond'
  from generate_series((select position + 1 from log.head), $1::bigint) n
  cross join lateral (select (n - 1) / 700 * 100 + (n - 1) % 100 as id, (n - 1) / 100 % 7 + 1 as revision) s`;

/** Adds `streams` streams of `size` events each, called `case-<size>-0` and so on, to the log of a database. */
export const fillStreams = async (url: string, size: number, streams: number): Promise<void> =>
  onDatabase(url, async (client) => {
    await client.query(STREAMS, [size, streams]);
    await client.query('update log.head set position = (select max(position) from log.event), recorded_at = now()');
    await client.query('vacuum (analyze) log.event');
  });

const STREAMS = `
  insert into log.event
  select h.position + row_number() over (order by r, s), 'demo', 'case-' || $1::int || '-' || s, 'case', r, 'cases.NoteAdded.v1',
    gen_random_uuid(), 'command-' || r, null, 0, ${DATA('r', 's')}, ${META('r')}, timestamptz '2026-01-01' + r * interval '10 seconds', now()
  from log.head h, generate_series(1, $1::int) r, generate_series(0, $2::int - 1) s`;
