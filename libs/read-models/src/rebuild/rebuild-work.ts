import type { Position } from '@onmaru/event-sourcing';
import type { Pool, PoolClient } from 'pg';
import type { BoundView } from '../bound-view.js';
import { Overtaken, type Pace, type Told } from '../fold-step.js';
import { FoldWork } from '../fold-work.js';
import type { Table } from '../table.js';
import type { Begun, RebuildBook } from './rebuild-book.js';
import type { Session } from './session.js';

export const USUAL_PACE: Pace = { rows: 16_000, events: 100_000, ms: 3000 };

export type Workplace = { readonly session: Session; readonly pool: Pool; readonly book: RebuildBook; readonly pace: Pace };

/** One view being folded into the table beside. */
export class RebuildWork extends FoldWork {
  /** Asked to stop at the next page. */
  stopping = false;
  private readonly began = performance.now();

  /** `table` is the live one, `beside` the view bound to the table beside. */
  constructor(
    readonly at: Workplace,
    readonly table: Table,
    readonly beside: BoundView,
    readonly begun: Begun,
  ) {
    super(beside, at.pool, at.pace, { ...begun, empty: begun.position === 0 });
  }

  /** Positions of the log per second, since this attempt began. */
  get perSecond(): number {
    return ((this.position - this.begun.position) * 1000) / Math.max(1, performance.now() - this.began);
  }

  protected override transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.at.session.transaction(work);
  }

  /** Refused where somebody paused or cancelled the rebuild, or took it over. */
  protected override async move(client: PoolClient, to: Position, told: Told): Promise<void> {
    const step = { view: this.view, attempt: this.begun.attempt, from: this.committed, to };
    if (!(await this.at.book.move(client, step, { ...told, perSecond: this.perSecond }))) throw new Overtaken(`${this.view} is not rebuilt here any more`);
  }
}
