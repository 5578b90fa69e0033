import type { Aggregate } from './aggregate.js';
import type { Cause, Event, StoredEvent } from './event.js';
import { grownBy } from './grown-by.js';
import { isWhole, type Loaded } from './handled.js';
import { keptStreams, type Kept, type KeptStreams } from './kept-streams.js';
import { snapshotsOf, type SnapshotPorts, type Snapshots } from './snapshots.js';

/** How the streams of one aggregate are loaded: on from what is kept of them here, from their snapshot, or from their first event. */
export class Loading<State, E extends Event> {
  private readonly nothing: Loaded<State>;
  private readonly kept: KeptStreams<State>;
  private readonly snapshots: Snapshots<State>;

  constructor(
    private readonly aggregate: Aggregate<State, E>,
    private readonly ports: SnapshotPorts,
  ) {
    this.nothing = { history: [], state: aggregate.initialState, revision: 0, position: 0 };
    this.kept = keptStreams(this.nothing);
    this.snapshots = snapshotsOf(aggregate, ports);
  }

  /** What is known here of a stream, which may be nothing, and may be old. */
  known(tenant: string, stream: string): Kept<State> {
    return this.kept.get(`${tenant}/${stream}`);
  }

  /** Brings what is known of a stream up to date, reading only what came after it. */
  async upToDate(tenant: string, stream: string, from: Kept<State>): Promise<Kept<State>> {
    const found = from.loaded.revision === 0 ? await this.snapshots.find(tenant, stream) : null;
    if (found) return this.held(tenant, stream, found.loaded, { since: from.since, snapshot: found.revision });
    return this.grown(tenant, stream, from, await this.ports.log.readStream(tenant, stream, from.loaded.revision));
  }

  /** What is known with what came after it, which is kept for the next command. */
  grown(tenant: string, stream: string, from: Kept<State>, tail: readonly StoredEvent[]): Kept<State> {
    return tail.length === 0 ? from : this.held(tenant, stream, grownBy(this.aggregate, from.loaded, tail), from);
  }

  /** A stream from its first event, whatever is known of it. */
  async whole(tenant: string, stream: string): Promise<Loaded<State>> {
    return grownBy(this.aggregate, this.nothing, await this.ports.log.readStream(tenant, stream));
  }

  /** Whether any of these commands left its events before those that are loaded. */
  async isBefore(loaded: Loaded<State>, tenant: string, stream: string, causes: readonly Cause[]): Promise<boolean> {
    if (isWhole(loaded)) return false;
    const held = await Promise.all(causes.map(({ commandId }) => this.ports.log.holds(tenant, stream, commandId)));
    return held.includes(true);
  }

  /** What a stream adds up to in the log. */
  async current(tenant: string, stream: string): Promise<State> {
    const found = await this.snapshots.find(tenant, stream);
    return (found?.loaded ?? (await this.whole(tenant, stream))).state;
  }

  private held(tenant: string, stream: string, loaded: Loaded<State>, { since, snapshot = 0 }: Omit<Kept<State>, 'loaded'>): Kept<State> {
    const kept = { loaded, since, snapshot: this.snapshots.keep(tenant, stream, loaded, snapshot) };
    this.kept.keep(`${tenant}/${stream}`, kept);
    return kept;
  }
}
