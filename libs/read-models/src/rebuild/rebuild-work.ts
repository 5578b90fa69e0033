import type { Page, Position } from '@onmaru/event-sourcing';
import type { Pool, PoolClient } from 'pg';
import { concerning, type BoundView } from '../bound-view.js';
import type { NewlyParked } from '../bookkeeping.js';
import { folding, type Folding } from '../folding.js';
import { merged, type Batch } from '../row-store.js';
import type { Table } from '../table.js';
import { narrowDown } from './narrow-down.js';
import type { Begun, RebuildBook, Told } from './rebuild-book.js';
import type { Session } from './session.js';

/**
 * How much is held in memory before it is written: rows, of which most are folded many times and written once; and what
 * is redone at most when the process dies, as events or as milliseconds in which they were folded.
 */
export type Pace = { readonly rows: number; readonly events: number; readonly ms: number };

export const USUAL_PACE: Pace = { rows: 50_000, events: 100_000, ms: 3000 };

/** Somebody paused or cancelled the rebuild, or took it over: this attempt has nothing to write any more. */
export class Overtaken extends Error {}

/** What was folded since the last commit. */
type Draft = { readonly batch: Batch; readonly events: number; readonly parked: readonly NewlyParked[]; readonly to: Position };

export type Workplace = { readonly session: Session; readonly pool: Pool; readonly book: RebuildBook; readonly pace: Pace };

/** One view being folded into the table beside; what it has folded and its position are committed together. */
export class RebuildWork {
  /** Everything up to here is folded, in memory or in the table. */
  position: Position;
  /** No further than this. */
  limit: Position = 0;
  /** Asked to stop at the next page. */
  stopping = false;
  private committed: Position;
  private readonly began = { at: performance.now(), position: 0 };
  private rows: Folding;
  private draft: Draft | null = null;
  private writing: Promise<void> = Promise.resolve();
  private failure: unknown = null;
  private carefulTo: Position = 0;
  private since = { at: performance.now(), events: 0, parked: [] as NewlyParked[] };
  private parkedBefore: readonly NewlyParked[];
  private readonly loading: BoundView;

  /** `table` is the live one, `beside` the view bound to the table beside. */
  constructor(
    readonly at: Workplace,
    readonly table: Table,
    readonly beside: BoundView,
    readonly begun: Begun,
  ) {
    this.position = this.committed = this.began.position = begun.position;
    this.parkedBefore = begun.parked;
    const rows = { ...beside.rows, load: async (...asked: Parameters<typeof beside.rows.load>) => this.written().then(() => beside.rows.load(...asked)) };
    this.loading = { ...beside, rows };
    this.rows = this.newRows();
  }

  get view(): string {
    return this.beside.view.name;
  }

  get parked(): readonly NewlyParked[] {
    return [...this.parkedBefore, ...(this.draft?.parked ?? []), ...this.since.parked];
  }

  /** Positions of the log per second, since this attempt began. */
  get perSecond(): number {
    return ((this.position - this.began.position) * 1000) / Math.max(1, performance.now() - this.began.at);
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
    const events = concerning(this.beside.view, page.events, this.position, to);
    this.since.parked.push(...(await this.rows.take(this.at.pool, events)));
    this.since.events += events.length;
    this.position = to;
  }

  /** Begins to write what was folded once what was to be written before is there. */
  async write(): Promise<void> {
    await this.written();
    if (this.position === this.committed) return;
    const draft = this.drafted();
    this.draft = null;
    this.writing = this.at.session
      .transaction((client) => this.writeWithin(client, draft))
      .then(
        () => this.wrote(draft),
        (error: unknown) => void (this.failure = error),
      );
    if (this.rows.held > this.at.pace.rows) this.rows.shed();
  }

  /** Everything that was folded is written. */
  async settle(): Promise<void> {
    await this.write();
    await this.written();
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
  }

  /** The table refused a value: begins again at what is committed, event by event as far as it had come. */
  goBack(): void {
    this.carefulTo = this.position;
    this.position = this.committed;
    this.failure = null;
    this.draft = null;
    this.since = { at: performance.now(), events: 0, parked: [] };
    this.rows = this.newRows();
  }

  private newRows(): Folding {
    return folding(this.loading, { parked: this.parkedBefore, empty: this.committed === 0 });
  }

  private async written(): Promise<void> {
    await this.writing;
    if (this.failure !== null) throw this.failure as Error;
  }

  private isDue(): boolean {
    const { events, rows, ms } = this.at.pace;
    return this.since.events >= events || this.rows.held > rows || performance.now() - this.since.at > ms;
  }

  /** What was drafted and not committed is part of it. */
  private drafted(): Draft {
    const { events, parked } = this.since;
    const { draft } = this;
    const fresh = { batch: this.rows.drain(), events, parked, to: this.position };
    this.since = { at: performance.now(), events: 0, parked: [] };
    this.draft = draft ? { batch: merged(draft.batch, fresh.batch), events: draft.events + events, parked: [...draft.parked, ...parked], to: fresh.to } : fresh;
    return this.draft;
  }

  private async writeWithin(client: PoolClient, { batch, events, parked, to }: Draft): Promise<void> {
    await this.move(client, to, { events, perSecond: this.perSecond, parked });
    await this.beside.rows.write(client, batch);
  }

  private async move(client: PoolClient, to: Position, told: Told): Promise<void> {
    const step = { view: this.view, attempt: this.begun.attempt, from: this.committed, to };
    if (!(await this.at.book.move(client, step, told))) throw new Overtaken(`${this.view} is not rebuilt here any more`);
  }

  private async takeCarefully(page: Page, to: Position): Promise<void> {
    const events = concerning(this.beside.view, page.events, this.position, to);
    const parked = [...this.parkedBefore];
    await this.at.session.transaction(async (client) => {
      await narrowDown(client, this.beside, events, parked);
      await this.move(client, to, { events: events.length, perSecond: this.perSecond, parked: parked.slice(this.parkedBefore.length) });
    });
    this.parkedBefore = parked;
    this.position = this.committed = to;
    this.rows = this.newRows();
  }
}
