import type { Actor, StoredEvent } from '../event.js';

/** What of an event stands beside its data, in one column. */
export type Meta = { readonly actor: Actor; readonly correlationId: string; readonly causationId?: string; readonly traceparent?: string };

type Columns = Omit<StoredEvent, keyof Meta | 'data' | 'commandHash'>;

/** The event as it was appended, and its place. `data` and `meta` are JSON text. Field by field: this is done for every event that is read. */
export const storedEvent = (columns: Columns, commandHash: string | null, data: string, meta: string): StoredEvent => {
  const { id, type, occurredAt, commandId, tenant, stream, revision, position, recordedAt } = columns;
  const { actor, correlationId, causationId, traceparent } = JSON.parse(meta) as Meta;
  const event: { -readonly [Part in keyof StoredEvent]: StoredEvent[Part] } = {
    id,
    type,
    occurredAt,
    data: JSON.parse(data) as object,
    commandId,
    actor,
    correlationId,
    tenant,
    stream,
    revision,
    position,
    recordedAt,
  };
  if (commandHash) event.commandHash = commandHash;
  if (causationId !== undefined) event.causationId = causationId;
  if (traceparent !== undefined) event.traceparent = traceparent;
  return event;
};
