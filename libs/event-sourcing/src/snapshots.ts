import { isDeepStrictEqual } from 'node:util';
import type { Aggregate } from './aggregate.js';
import type { SnapshotStore } from './event-store.js';
import type { Event, Revision, StoredEvent } from './event.js';
import type { EventType } from './event-types.js';
import { grownBy } from './grown-by.js';
import type { Loaded } from './handled.js';

/** Where an operator reads what went wrong, and nobody waits for. */
export type Trouble = { warn(details: object, message: string): void };

/** What streams are loaded with. `trouble` is needed where there are snapshots. */
export type SnapshotPorts = {
  readonly log: SnapshotStore & { readStream(tenant: string, stream: string, after?: Revision): Promise<readonly StoredEvent[]> };
  readonly trouble?: Trouble;
};

/** A stream as it is now, with its events from the one that its snapshot was made after, which has that revision. */
type Found<State> = { readonly loaded: Loaded<State>; readonly revision: Revision };

export type Snapshots<State> = {
  /** Null where there is none, or one of another shape, or of events that are not in the stream. */
  find(tenant: string, stream: string): Promise<Found<State> | null>;
  /** Sees to it that a stream that grew long since `last` is kept, while nobody waits; gives how far its snapshot goes then. */
  keep(tenant: string, stream: string, loaded: Loaded<State>, last: Revision): Revision;
};

/** How many events at least lie between two snapshots of a stream. */
const BETWEEN = 200;

const NONE = { find: async () => null, keep: () => 0 };

/**
 * The stored snapshots of an aggregate's streams, where it has any.
 *
 * @throws Error where its events have personal fields, of which an erasure must leave nothing, or nobody would hear of trouble.
 */
export const snapshotsOf = <State, E extends Event>(aggregate: Aggregate<State, E>, { log, trouble }: SnapshotPorts): Snapshots<State> => {
  const { category, events, snapshots } = aggregate;
  if (!snapshots) return NONE;
  const holds = Object.entries<EventType>(events.types).find(([, { personal = [] }]) => personal.length > 0);
  if (holds) throw new Error(`Streams of ${category} cannot have snapshots: ${holds[0]} has personal fields, and an erasure does not reach a snapshot`);
  if (!trouble) throw new Error(`Streams of ${category} cannot have snapshots: nobody would hear of one that could not be kept`);
  const { shape } = snapshots;

  const write = async (tenant: string, stream: string, { history, state, revision }: Loaded<State>): Promise<void> => {
    try {
      const json = JSON.stringify(state);
      if (!isDeepStrictEqual(JSON.parse(json), state)) throw new Error(`What ${stream} adds up to does not come back from JSON as it is`);
      await log.keepSnapshot({ tenant, stream, shape, revision, eventId: (history.at(-1) as StoredEvent).id, state: json });
    } catch (error) {
      trouble.warn({ err: error, tenant, stream, revision }, 'the snapshot of a stream could not be kept: it is loaded from further back');
    }
  };

  return {
    async find(tenant, stream) {
      const snapshot = await log.readSnapshot(tenant, stream);
      if (snapshot?.shape !== shape) return null;
      const [last, ...tail] = await log.readStream(tenant, stream, snapshot.revision - 1);
      if (last?.id !== snapshot.eventId) return null;
      const { revision, position } = last;
      return { loaded: grownBy(aggregate, { history: [last], state: JSON.parse(snapshot.state) as State, revision, position }, tail), revision };
    },
    keep(tenant, stream, loaded, last) {
      if (loaded.revision - last < BETWEEN) return last;
      void write(tenant, stream, loaded);
      return loaded.revision;
    },
  };
};
