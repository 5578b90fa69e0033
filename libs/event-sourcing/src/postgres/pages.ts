import pg from 'pg';
import type { Filter } from '../event-store.js';
import type { Position, Revision, StoredEvent } from '../event.js';
import type { Statement } from './connection.js';
import { RAW_COLUMNS } from './raw-page.js';
import { storedEvent } from './stored-event.js';

const STREAM_COLUMNS = 'position, revision, type, id, command_id, command_hash, data, meta, occurred_at, recorded_at';

/** How many positions one statement looks at where most of them may be left out. */
export const WINDOW = 50_000;

type Row = [Position, Revision, string, string, string, string | null, string, string, string, string];

/** A row with the columns of {@link streamAfter}. */
export const eventOfStream = (tenant: string, stream: string, row: readonly unknown[]): StoredEvent => {
  const [position, revision, type, id, commandId, commandHash, data, meta, occurredAt, recordedAt] = row as Row;
  return storedEvent({ id, type, occurredAt, commandId, tenant, stream, revision, position, recordedAt }, commandHash, data, meta);
};

export const HEAD: Statement = { name: 'log_head', text: 'select position from log.head', values: [] };

export const streamAfter = (tenant: string, stream: string, after: Revision): Statement => ({
  name: 'log_stream',
  text: `select ${STREAM_COLUMNS} from log.event where tenant = $1 and stream = $2 and revision > $3 order by revision`,
  values: [tenant, stream, after],
});

/** What is asked of a stream: its events after a revision. */
export type StreamQuestion = { readonly tenant: string; readonly stream: string; readonly after: Revision };

/** The same of several streams at once: each row begins with the number of its question, from 1, and those of one are in order. */
export const streamsAfter = (questions: readonly StreamQuestion[]): Statement => ({
  name: 'log_streams',
  text: `
    select q.n::integer, e.* from unnest($1::text[], $2::text[], $3::bigint[]) with ordinality as q (tenant, stream, after, n)
    cross join lateral (
      select ${STREAM_COLUMNS} from log.event where tenant = q.tenant and stream = q.stream and revision > q.after order by revision
    ) e order by q.n, e.revision`,
  values: [questions.map(({ tenant }) => tenant), questions.map(({ stream }) => stream), questions.map(({ after }) => after)],
});

type FilterValues = Partial<Record<'tenant' | 'categories' | 'types' | 'stream' | 'since' | 'until', string | readonly string[]>>;

const literal = (value: string | readonly string[]): string =>
  typeof value === 'string' ? pg.escapeLiteral(value) : `array[${value.map((one) => pg.escapeLiteral(one)).join(', ')}]::text[]`;

/** The condition that each part of a filter becomes. */
const conditions: readonly [keyof FilterValues, (value: string) => string][] = [
  ['tenant', (value) => `tenant = ${value}`],
  ['categories', (values) => `category = any (${values})`],
  ['types', (values) => `type = any (${values})`],
  ['stream', (value) => `stream = ${value}`],
  ['since', (value) => `occurred_at >= ${value}::timestamptz`],
  ['until', (value) => `occurred_at <= ${value}::timestamptz`],
];

/** The actor stands first in `meta`, so that nothing of it needs to be parsed. */
const NO_HISTORY = ` and meta not like '{"actor":{"kind":"external",%'`;

/** Whether the filter names something besides the stream that most of the log may not have. */
export const isSparse = (filter: Filter): boolean =>
  !filter.stream && ('tenant' in filter || filter.withoutHistory === true || conditions.some(([part]) => (filter as FilterValues)[part] !== undefined));

/** COPY of at most `limit` events of the filter, beyond `after` and up to `last`: half the work of as many rows of a SELECT. */
export const copyOfPage = (after: Position, last: Position, filter: Filter, limit: number): string => {
  const where = conditions.flatMap(([part, condition]) => {
    const value = (filter as FilterValues)[part];
    return value === undefined ? [] : [` and ${condition(literal(value))}`];
  });
  return `copy (
    select ${RAW_COLUMNS} from log.event where position > ${after} and position <= ${last}${where.join('')}${filter.withoutHistory ? NO_HISTORY : ''}
    order by position limit ${limit}) to stdout (format binary)`;
};
