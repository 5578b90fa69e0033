import { createHash } from 'node:crypto';
import type { Actor, StoredEvent } from '../event.js';
import { LogError } from '../log-error.js';
import type { StorableEvent } from '../storable.js';
import type { Place } from './places.js';

/** An event as the server is given it. */
export type EventForServer = { readonly id: string; readonly type: string; readonly contentType: 'application/json'; readonly data: object; readonly metadata: Meta };

/** An event as the server gives it back. `position` is missing in streams of servers that are too old. */
export type EventOfServer = {
  readonly streamId: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly created: Date;
  readonly position?: { readonly commit: bigint; readonly prepare: bigint };
};

/** What stands beside the data. The names with a dollar are EventStoreDB's own for the same. */
type Meta = {
  readonly id: string;
  readonly occurredAt: string;
  readonly commandId: string;
  readonly commandHash?: string;
  readonly actor: Actor;
  readonly $correlationId: string;
  readonly $causationId?: string;
  readonly traceparent?: string;
  /** Tells the appends of one command apart that were sent, so that whoever sent one knows whose was taken. */
  readonly attempt: string;
};

/** The same for each time that a command is sent: what a server recognises a repeat by. A UUID of version 8. */
export const idAtServer = (tenant: string, stream: string, commandId: string, nth: number): string => {
  const hash = createHash('sha256').update(JSON.stringify([tenant, stream, commandId, nth])).digest();
  hash[6] = ((hash[6] as number) & 0x0f) | 0x80;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
};

export const forServer = (tenant: string, stream: string, attempt: string, { event, occurredAt, commandIndex }: StorableEvent): EventForServer => {
  const { id, type, data, commandId, commandHash, actor, correlationId, causationId, traceparent } = event;
  const metadata: Meta = {
    id,
    occurredAt,
    commandId,
    ...(commandHash !== undefined && { commandHash }),
    actor: { kind: actor.kind, id: actor.id },
    $correlationId: correlationId,
    ...(causationId !== undefined && { $causationId: causationId }),
    ...(traceparent !== undefined && { traceparent }),
    attempt,
  };
  return { id: idAtServer(tenant, stream, commandId, commandIndex), type, contentType: 'application/json', data, metadata };
};

const metaOf = ({ streamId, revision, metadata }: EventOfServer): Meta => {
  const meta = metadata as Partial<Meta> | undefined;
  if (typeof meta?.attempt === 'string') return meta as Meta;
  throw new LogError('damaged-log', `Event ${revision} of ${streamId} was not written by Onmaru. Keep other programs away from streams of that name, by the server's access rules.`);
};

export const attemptOf = (event: EventOfServer): string => metaOf(event).attempt;

/** Servers that do not know where an event of a stream lies say the greatest number that they have. */
const NOWHERE = BigInt(Number.MAX_SAFE_INTEGER);

/** Where the server says that an event lies: one number, since what is not written in a transaction of several requests is committed where it stands. */
export const atOf = ({ streamId, revision, position }: EventOfServer): number => {
  if (!position || position.commit > NOWHERE) throw new LogError('not-migrated', 'The server does not say where in its log the events of a stream lie. Use EventStoreDB 22.10 or newer, or KurrentDB.');
  if (position.commit === position.prepare) return Number(position.commit);
  throw new LogError('damaged-log', `Event ${revision} of ${streamId} was written in a transaction of several requests, which Onmaru never does. Restore the server from a backup.`);
};

/** The event as it was appended, in its place. */
export const storedEvent = (event: EventOfServer, { tenant, stream }: { readonly tenant: string; readonly stream: string }, { position, recordedAt }: Place): StoredEvent => {
  const { id, occurredAt, commandId, commandHash, actor, $correlationId, $causationId, traceparent } = metaOf(event);
  return {
    id,
    type: event.type,
    occurredAt,
    data: event.data as object,
    commandId,
    ...(commandHash !== undefined && { commandHash }),
    actor,
    correlationId: $correlationId,
    ...($causationId !== undefined && { causationId: $causationId }),
    ...(traceparent !== undefined && { traceparent }),
    tenant,
    stream,
    revision: Number(event.revision) + 1,
    position,
    recordedAt,
  };
};
