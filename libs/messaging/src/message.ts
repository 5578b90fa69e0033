import type { Actor, HandlingContext, Position, StoredEvent } from '@onmaru/event-sourcing';
import type { Instant } from '@onmaru/time';

/**
 * What one context tells the others: CloudEvents attributes and Onmaru's own. `data` is as the contract of `type`
 * says, with personal fields still sealed.
 */
export type Message<Data extends object = object> = {
  readonly specversion: '1.0';
  /** The committed event's id. */
  readonly id: string;
  /** `/identity`: the context that says so. */
  readonly source: string;
  /** A contract's name, such as `identity.customer-registered.v1`. */
  readonly type: string;
  /** The stream that it happened in; messages with one key arrive in order. */
  readonly key: string;
  readonly time: Instant;
  readonly topic: string;
  readonly tenant: string;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  /** Place of the event in the log; the same however often the message is delivered. */
  readonly position: Position;
  readonly data: Data;
};

/** A committed event under its contract's name; null when it is nobody else's business. Pure. */
export type Publish = (stored: StoredEvent) => { readonly type: string; readonly data: object } | null;

/** How a context's committed events become messages of one of its public topics. */
export type Publication = { readonly topic: string; readonly category: string; readonly publish: Publish };

/** A public topic with every type that stands on it. */
export type Topic = { readonly name: string; readonly types: readonly string[] };

/** The message that a committed event makes; null when it is nobody else's business. */
export const messageOf = ({ topic, publish }: Publication, stored: StoredEvent): Message | null => {
  const published = publish(stored);
  return published && envelope(topic, stored, published);
};

/** An event as a message of this type and data. */
export const envelope = (topic: string, stored: StoredEvent, { type, data }: { readonly type: string; readonly data: object }): Message => ({
  specversion: '1.0',
  id: stored.id,
  source: `/${stored.type.slice(0, stored.type.indexOf('.'))}`,
  type,
  key: stored.stream,
  time: stored.occurredAt,
  topic,
  tenant: stored.tenant,
  actor: stored.actor,
  correlationId: stored.correlationId,
  ...(stored.causationId === undefined ? {} : { causationId: stored.causationId }),
  ...(stored.traceparent === undefined ? {} : { traceparent: stored.traceparent }),
  position: stored.position,
  data,
});

/** The context of a command that a message gives rise to, by `system`. Its id is the message's: however often that comes, a stream changes once. */
export const causedBy = ({ id, tenant, correlationId, traceparent }: Message, system: string): HandlingContext => {
  const actor = { kind: 'system', id: system } as const;
  return { tenant, actor, commandId: id, correlationId, causationId: id, ...(traceparent !== undefined && { traceparent }) };
};
