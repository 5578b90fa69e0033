import type { Filter } from '../event-store.js';
import type { Actor, Position, Revision, StoredEvent } from '../event.js';
import type { Statement } from './connection.js';

const COLUMNS = 'position, tenant, stream, revision, type, id, command_id, command_hash, data, meta, occurred_at, recorded_at';

/** How many positions one statement looks at where most of them may be left out. */
export const WINDOW = 50_000;

type Row = [Position, string, string, Revision, string, string, string, string | null, string, string, string, string];
type Meta = { actor: Actor; correlationId: string; causationId?: string; traceparent?: string };

/** A row with the columns of these statements → the event as it was appended, and its place. */
export const storedEvent = (row: readonly unknown[]): StoredEvent => {
  const [position, tenant, stream, revision, type, id, commandId, commandHash, data, meta, occurredAt, recordedAt] = row as Row;
  const event = {
    id,
    type,
    occurredAt,
    data: JSON.parse(data) as object,
    commandId,
    ...(commandHash !== null && { commandHash }),
    ...(JSON.parse(meta) as Meta),
  };
  return { ...event, tenant, stream, revision, position, recordedAt };
};

export const HEAD: Statement = { name: 'log_head', text: 'select position from log.head', values: [] };

export const streamAfter = (tenant: string, stream: string, after: Revision): Statement => ({
  name: 'log_stream',
  text: `select ${COLUMNS} from log.event where tenant = $1 and stream = $2 and revision > $3 order by revision`,
  values: [tenant, stream, after],
});

/** The condition that each part of a filter becomes, given the number of its parameter. */
const conditions: readonly [keyof FilterValues, (n: number) => string][] = [
  ['tenant', (n) => `tenant = $${n}`],
  ['categories', (n) => `category = any ($${n}::text[])`],
  ['types', (n) => `type = any ($${n}::text[])`],
  ['stream', (n) => `stream = $${n}`],
  ['since', (n) => `occurred_at >= $${n}::timestamptz`],
  ['until', (n) => `occurred_at <= $${n}::timestamptz`],
];
type FilterValues = Partial<Record<'tenant' | 'categories' | 'types' | 'stream' | 'since' | 'until', unknown>>;

/** Whether the filter names something besides the stream that most of the log may not have. */
export const isSparse = (filter: Filter): boolean =>
  !filter.stream && ('tenant' in filter || conditions.some(([part]) => (filter as FilterValues)[part] !== undefined));

/** At most `limit` events of the filter, beyond `after` and up to `last`. */
export const eventsBetween = (after: Position, last: Position, filter: Filter, limit: number): Statement => {
  const values = filter as FilterValues;
  const parts = conditions.filter(([part]) => values[part] !== undefined);
  const where = parts.map(([, condition], n) => ` and ${condition(n + 4)}`).join('');
  return {
    name: `log_page ${parts.map(([part]) => part).join(' ')}`,
    text: `select ${COLUMNS} from log.event where position > $1 and position <= $2${where} order by position limit $3`,
    values: [after, last, limit, ...parts.map(([part]) => values[part])],
  };
};
