import type { Position } from '@onmaru/event-sourcing';
import type { PoolClient } from 'pg';
import type { NewlyParked } from './bookkeeping.js';
import { Overtaken, type Pace, type Told } from './fold-step.js';
import { FoldWork } from './fold-work.js';
import { arrived, failed, nameOf, standingOf, type Journey, type Seat } from './journey.js';
import { pass, type Attempt } from './pass.js';
import { qualified } from './table.js';
import { isDataError, REDOABLE, transaction } from './transaction.js';

/** Rows that all views together keep in memory, and what is written at once. */
const [KEPT_ROWS, EVENTS, MS] = [50_000, 10_000, 1000];

/**
 * A view that is far behind, folded into the rows that serve. Those that it keeps are good for as long as nobody else
 * moves the view or changes its rows: then it is overtaken, and what it has folded goes nowhere.
 */
class CatchUp extends FoldWork {
  constructor(
    private readonly journey: Journey,
    readonly seat: Seat,
    pace: Pace,
    parked: readonly NewlyParked[],
    empty: boolean,
  ) {
    super(seat.bound, journey.pool, pace, { position: seat.at, parked, empty });
  }

  protected override transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return transaction(this.journey.pool, work, REDOABLE);
  }

  protected override async move(client: PoolClient, to: Position, { parked }: Told): Promise<void> {
    const from = { ...standingOf(this.seat), position: this.committed };
    const moved = await this.journey.books.move(client, [{ view: this.view, from }], to);
    if (moved.length === 0) throw new Overtaken(`${this.view} is at another place by now`);
    await this.journey.books.park(client, this.view, parked);
  }

  protected override moved(to: Position, parked: readonly NewlyParked[]): void {
    arrived(this.journey, this.seat, to);
    for (const stream of parked) this.journey.onParked(this.view, stream);
  }
}

/** What is known of the rows is asked after where the view stands, so that whoever changes it in between overtakes. */
const begun = async (journey: Journey, seat: Seat): Promise<CatchUp> => {
  const { pool, books, seats } = journey;
  const { rows } = await pool.query(`SELECT FROM ${qualified(seat.bound.table)} LIMIT 1`);
  const pace = { rows: KEPT_ROWS / seats.length, events: EVENTS, ms: MS };
  return new CatchUp(journey, seat, pace, await books.parked(pool, [nameOf(seat)]), rows.length === 0);
};

/** Takes seats up to `head` in one reading of the log. False when one did not get there, or `stop` aborted. */
export const catchUp = async (journey: Journey, seats: readonly Seat[], head: Position, stop: AbortSignal): Promise<boolean> => {
  const works: CatchUp[] = [];
  const gone = new Set<CatchUp>();
  for (const seat of seats) {
    try {
      works.push(await begun(journey, seat));
    } catch (error) {
      failed(journey, seat, error);
    }
  }
  const attempt: Attempt<CatchUp> = async (work, part) => {
    try {
      await part();
    } catch (error) {
      if (isDataError(error)) return work.goBack();
      gone.add(work);
      if (!(error instanceof Overtaken)) failed(journey, work.seat, error);
    }
  };
  for (const work of works) work.limit = head;
  await pass({ ...journey, works, attempt, isAtWork: (work) => !stop.aborted && !gone.has(work) }).finally(() => Promise.allSettled(works.map((work) => work.written())));
  return works.length === seats.length && gone.size === 0 && !stop.aborted;
};
