import type { RawEvent, StoredEvent } from '@onmaru/event-sourcing';

type Taken = Pick<StoredEvent, 'position' | 'id' | 'type' | 'occurredAt' | 'recordedAt' | 'tenant' | 'actor' | 'stream' | 'revision'>;

/** An event as programs outside read it: CloudEvents attributes and Onmaru's own. */
export type EventLine = Taken & Pick<StoredEvent, 'data'> & { readonly source: string; readonly subject: string };

const lineOf = ({ position, id, type, occurredAt, recordedAt, tenant, actor, stream, revision }: Taken, data: object): EventLine => ({
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

export const eventLine = (event: StoredEvent): EventLine => lineOf(event, event.data);

/** The JSON of {@link eventLine}, with the data as it lies in the log. */
export const rawEventLine = (event: RawEvent): string => `${JSON.stringify(lineOf(event, {})).slice(0, -'{}}'.length)}${event.json}}`;
