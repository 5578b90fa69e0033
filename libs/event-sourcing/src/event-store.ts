import type { Instant } from '@onmaru/time';
import type { NewEvent, Position, RawEvent, Revision, StoredEvent } from './event.js';

/** What the writer believes of a stream: its exact revision, that there is none, that there is one, or nothing. */
export type Expected = Revision | 'none' | 'exists' | 'any';

/** Events for one stream; they all become durable, or none. At least one. */
export type Append = {
  readonly tenant: string;
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly NewEvent[];
};

/**
 * `appended` with the revision and position of the last event and the moment at which the log took them all;
 * `repeated` when the stream already holds the first event's command (its first result, nothing appended); `command-reused` when it holds that command with another
 * body; `conflict` with the stream's true revision. Conflicts are values, never exceptions.
 */
export type Appended =
  | { readonly outcome: 'appended' | 'repeated'; readonly revision: Revision; readonly position: Position; readonly recordedAt: Instant }
  | { readonly outcome: 'command-reused' }
  | { readonly outcome: 'conflict'; readonly revision: Revision };

/** Whose events: one tenant's, or every tenant's, said aloud. */
export type Tenancy = { readonly tenant: string } | { readonly everyTenant: true };

/** All parts must hold; a part left out holds always. `categories` are stream names up to the first dash. */
export type Filter = Tenancy & {
  readonly categories?: readonly string[];
  readonly types?: readonly string[];
  readonly stream?: string;
  /** Bounds on `occurredAt`: from `since` (inclusive) until `until` (inclusive). */
  readonly since?: Instant;
  readonly until?: Instant;
  /** What another system recorded is left out. */
  readonly withoutHistory?: boolean;
};

/** A page of the log in order. Everything up to `upTo` has been looked at, also where the filter left it out. */
export type Page = { readonly events: readonly StoredEvent[]; readonly upTo: Position };

/** A page of which nothing was decoded yet. */
export type RawPage = { readonly events: readonly RawEvent[]; readonly upTo: Position };

/**
 * What a stream added up to after its event `eventId` with that revision: a cache. `state` is JSON, and `shape` says of
 * which version of the state; whoever reads another shape than its own makes nothing of it.
 */
export type Snapshot = {
  readonly tenant: string;
  readonly stream: string;
  readonly shape: number;
  readonly revision: Revision;
  readonly eventId: string;
  readonly state: string;
};

/** What is known of long streams without reading them from their beginning. */
export type SnapshotStore = {
  /** The stream's snapshot, null when it has none. Nothing says that it is of the stream as it is now. */
  readSnapshot(tenant: string, stream: string): Promise<Snapshot | null>;
  /** Keeps it in place of the one before, whichever is newer. Throws a LogError `permission` where the stream is not one's own. */
  keepSnapshot(snapshot: Snapshot): Promise<void>;
  /** Whether events of that command are in the stream. */
  holds(tenant: string, stream: string, commandId: string): Promise<boolean>;
};

/**
 * The log of what happened. Acknowledged means durable; revisions have no gaps in their stream; positions are
 * assigned in the order in which they become visible, so that a reader who has seen position n will never see a
 * smaller one for the first time; nobody's open transaction holds a reader back.
 *
 * @port
 */
export interface EventStore extends SnapshotStore {
  append(append: Append): Promise<Appended>;
  /** The stream's events after revision `after`, in order; an empty list when there is no such stream. */
  readStream(tenant: string, stream: string, after?: Revision): Promise<readonly StoredEvent[]>;
  /** At most `limit` events after `after`. An empty page with `upTo` at the head means: caught up. */
  readAll(after: Position, filter: Filter, limit?: number): Promise<Page>;
  /** The same, as it lies in the log: what is sealed stays sealed, and nothing is decoded that is not asked for. */
  readRaw(after: Position, filter: Filter, limit?: number): Promise<RawPage>;
  /** Pages as they come, for ever, until `stop` aborts. Never an empty page without progress. */
  subscribe(after: Position, filter: Filter, stop: AbortSignal): AsyncIterable<Page>;
  /** Position of the last event, 0 when there is none. */
  head(): Promise<Position>;
}

/** How many events a page holds unless it is told otherwise. */
export const PAGE_SIZE = 5000;
