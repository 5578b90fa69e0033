import type { Page, Position } from '@onmaru/event-sourcing';
import type { Pool, PoolClient } from 'pg';
import { concerning, type BoundView } from './bound-view.js';
import type { NewlyParked } from './bookkeeping.js';
import { joined, type Draft, type Pace, type Told } from './fold-step.js';
import { folding, type Folding } from './folding.js';
import { narrowDown } from './narrow-down.js';

/** Where the work begins; `empty`: the table holds nothing yet. */
type Beginning = { readonly position: Position; readonly parked: readonly NewlyParked[]; readonly empty: boolean };

/**
 * One view folded through the log, its rows in memory from page to page; what was folded is written while more is
 * folded. Rows and the position up to which they go are committed together.
 */
export abstract class FoldWork {
  /** Everything up to here is folded, in memory or in the table. */
  position: Position;
  /** No further than this. */
  limit: Position = 0;
  protected committed: Position;
  private rows: Folding;
  private draft: Draft | null = null;
  private writing: Promise<void> = Promise.resolve();
  private failure: unknown = null;
  private carefulTo: Position = 0;
  private since = { at: performance.now(), events: 0, parked: [] as NewlyParked[] };
  private parkedBefore: readonly NewlyParked[];
  private readonly loading: BoundView;

  constructor(
    readonly bound: BoundView,
    private readonly pool: Pool,
    private readonly pace: Pace,
    { position, parked, empty }: Beginning,
  ) {
    this.position = this.committed = position;
    this.parkedBefore = parked;
    const rows = { ...bound.rows, load: async (...asked: Parameters<typeof bound.rows.load>) => this.written().then(() => bound.rows.load(...asked)) };
    this.loading = { ...bound, rows };
    this.rows = folding(this.loading, { parked, empty });
  }

  /** A transaction of those that write this view's rows. */
  protected abstract transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T>;

  /** Moves the position from `committed`, with what else goes with the rows. Throws {@link Overtaken}. */
  protected abstract move(client: PoolClient, to: Position, told: Told): Promise<void>;

  /** Called when a step is committed. */
  protected moved(_to: Position, _parked: readonly NewlyParked[]): void {}

  get view(): string {
    return this.bound.view.name;
  }

  get parked(): readonly NewlyParked[] {
    return [...this.parkedBefore, ...(this.draft?.parked ?? []), ...this.since.parked];
  }

  /** Folds what the page holds for this view. Writes in the background when it is time. */
  async take(page: Page): Promise<void> {
    const to = Math.min(page.upTo, this.limit);
    if (this.position < Math.min(this.carefulTo, to)) return this.takeCarefully(page, to);
    await this.fold(page);
    if (this.isDue()) await this.write();
  }

  /** Folds and writes nothing: for those who have a transaction of their own. */
  async fold(page: Page): Promise<void> {
    const to = Math.min(page.upTo, this.limit);
    if (to <= this.position) return;
    const events = concerning(this.bound.view, page.events, this.position, to);
    this.since.parked.push(...(await this.rows.take(this.pool, events)));
    this.since.events += events.length;
    this.position = to;
  }

  /** Begins to write what was folded once what was to be written before is there. */
  async write(): Promise<void> {
    await this.written();
    if (this.position === this.committed) return;
    const draft = this.drafted();
    this.draft = null;
    this.writing = this.transaction((client) => this.writeWithin(client, draft)).then(
      () => this.wrote(draft),
      (error: unknown) => void (this.failure = error),
    );
    if (this.rows.held > this.pace.rows) this.rows.shed();
  }

  /** Everything that was folded is written. */
  async settle(): Promise<void> {
    await this.write();
    await this.written();
  }

  /** Nothing is being written any more. Throws what went wrong with it. */
  async written(): Promise<void> {
    await this.writing;
    if (this.failure !== null) throw this.failure as Error;
  }

  /** Writes what was folded, if only that it is still ours to do so, inside a transaction of the caller, who says {@link wrote} when that is committed. */
  async writeIn(client: PoolClient): Promise<Draft> {
    const draft = this.drafted();
    await this.writeWithin(client, draft);
    return draft;
  }

  wrote({ to, parked }: Draft): void {
    this.committed = to;
    this.parkedBefore = [...this.parkedBefore, ...parked];
    this.draft = null;
    this.moved(to, parked);
  }

  /** The table refused a value: begins again at what is committed, event by event as far as it had come. */
  goBack(): void {
    this.carefulTo = this.position;
    this.position = this.committed;
    this.failure = null;
    this.draft = null;
    this.since = { at: performance.now(), events: 0, parked: [] };
    this.rows = folding(this.loading, { parked: this.parkedBefore });
  }

  private isDue(): boolean {
    const { events, rows, ms } = this.pace;
    return this.since.events >= events || this.rows.held > rows || performance.now() - this.since.at > ms;
  }

  /** What was drafted and not committed is part of it. */
  private drafted(): Draft {
    const { events, parked } = this.since;
    const fresh = { batch: this.rows.drain(), events, parked, to: this.position };
    this.since = { at: performance.now(), events: 0, parked: [] };
    this.draft = this.draft ? joined(this.draft, fresh) : fresh;
    return this.draft;
  }

  private async writeWithin(client: PoolClient, { batch, to, ...told }: Draft): Promise<void> {
    await this.move(client, to, told);
    await this.bound.rows.write(client, batch);
  }

  private async takeCarefully(page: Page, to: Position): Promise<void> {
    const events = concerning(this.bound.view, page.events, this.position, to);
    const parked = [...this.parkedBefore];
    const newly = await this.transaction(async (client) => {
      await narrowDown(client, this.bound, events, parked);
      const more = parked.slice(this.parkedBefore.length);
      await this.move(client, to, { events: events.length, parked: more });
      return more;
    });
    this.position = to;
    this.rows = folding(this.loading, { parked });
    this.wrote({ batch: { erased: [], changes: [] }, events: 0, parked: newly, to });
  }
}
