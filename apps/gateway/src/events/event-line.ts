import type { StoredEvent } from '@onmaru/event-sourcing';

/** An event as programs outside read it: CloudEvents attributes and Onmaru's own. */
export type EventLine = Pick<StoredEvent, 'position' | 'id' | 'type' | 'occurredAt' | 'recordedAt' | 'tenant' | 'actor' | 'stream' | 'revision' | 'data'> & {
  readonly source: string;
  readonly subject: string;
};

export const eventLine = ({ position, id, type, occurredAt, recordedAt, tenant, actor, stream, revision, data }: StoredEvent): EventLine => ({
  position,
  id,
  type,
  source: `/onmaru/${type.slice(0, type.indexOf('.'))}`,
  subject: stream.slice(stream.indexOf('-') + 1),
  occurredAt,
  recordedAt,
  tenant,
  actor,
  stream,
  revision,
  data,
});
