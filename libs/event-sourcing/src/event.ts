import type { Instant } from '@onmaru/time';

/** What happened, as a decision says it: a type, the moment it happened, and facts. */
export type Event<Type extends string = string, Data extends object = object> = {
  readonly type: Type;
  readonly occurredAt: Instant;
  readonly data: Data & OutsidePolicy;
};

/** One of an aggregate's events, by its type. */
export type EventOf<E extends Event, Type extends E['type']> = Extract<E, { readonly type: Type }>;

/** Recorded history may hold what today's policy refuses; such an event names the refusal. */
export type OutsidePolicy = { readonly outsidePolicy?: string };

/**
 * Who did it. `external` is somebody of another system that history was imported from, `program` an API key,
 * `system` Onmaru itself.
 */
export type Actor = { readonly kind: 'staff' | 'customer' | 'program' | 'system' | 'external'; readonly id: string };

/** Place of an event in the one order of the log: 1, 2, 3 … without gaps. A consumer checkpoints this one number. */
export type Position = number;

/** Place of an event in its stream: 1, 2, 3 … without gaps; 0 is the revision of a stream that does not exist. */
export type Revision = number;

/** What a command leaves on each of its events. */
export type Cause = {
  readonly actor: Actor;
  /** A command changes a stream once: a repeat is answered with its first result. */
  readonly commandId: string;
  /** SHA-256 of the command's body; a repeat with another one is refused. */
  readonly commandHash?: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
};

/** An event on its way into the log. `type` is the stored name, such as `cases.CaseOpened.v1`. */
export type NewEvent = Cause & {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly data: object;
};

/** An event of the log: CloudEvents attributes and Onmaru's own. */
export type StoredEvent = NewEvent & {
  readonly tenant: string;
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly recordedAt: Instant;
};

/** An event as it lies in the log: its data as the JSON text that was stored. */
export type RawEvent = Omit<StoredEvent, 'data'> & { readonly json: string };

/** Where, when and by whom an event was recorded. */
export type Envelope = Pick<StoredEvent, 'id' | 'tenant' | 'stream' | 'revision' | 'position' | 'recordedAt' | 'actor'>;

/** An aggregate's event with its envelope, or with those parts of it that `Part` names. */
export type Recorded<E extends Event = Event, Part extends keyof Envelope = keyof Envelope> = E & Pick<Envelope, Part>;
