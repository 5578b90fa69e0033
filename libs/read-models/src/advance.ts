import type { Position, StoredEvent } from '@onmaru/event-sourcing';
import type { Pool } from 'pg';
import type { Bookkeeping, NewlyParked, Standing } from './bookkeeping.js';
import type { BoundView } from './bound-view.js';
import { Overtaken } from './fold-step.js';
import { folding, reasonOf } from './folding.js';
import { REDOABLE, isDataError, transaction } from './transaction.js';

export type Workshop = {
  readonly pool: Pool;
  readonly books: Bookkeeping;
  readonly onParked: (view: string, parked: NewlyParked) => void;
};

/**
 * Folds `events` and moves the checkpoint from `from` to `upTo`, all in one transaction. Values that the table does
 * not take are narrowed down to their event, whose stream is parked. False: another runner was faster, nothing happened.
 */
export const advance = async (
  workshop: Workshop,
  bound: BoundView,
  events: readonly StoredEvent[],
  from: Standing,
  upTo: Position,
  refused?: string,
): Promise<boolean> => {
  const { pool, books, onParked } = workshop;
  const { view } = bound;
  try {
    const parked = await transaction(
      pool,
      async (client) => {
        const moved = await books.move(client, [{ view: view.name, from }], upTo);
        if (moved.length === 0) throw new Overtaken();
        if (refused !== undefined) {
          const streams = events.map(({ tenant, stream, position }) => ({ tenant, stream, position, reason: refused }));
          await books.park(client, view.name, streams);
          return streams;
        }
        const rowsInHand = folding(bound, { parked: await books.parked(client, [view.name]) });
        const newlyParked = await rowsInHand.take(client, events);
        await bound.rows.write(client, rowsInHand.drain());
        await books.park(client, view.name, newlyParked);
        return newlyParked;
      },
      REDOABLE,
    );
    for (const stream of parked) onParked(view.name, stream);
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    if (!isDataError(error) || refused !== undefined) throw error;
    const [first] = events;
    if (events.length < 2 || !first) return advance(workshop, bound, events, from, upTo, reasonOf(error));
    const middle = events.length >> 1;
    const between = events[middle - 1]?.position ?? from.position;
    const half = await advance(workshop, bound, events.slice(0, middle), from, between);
    return half && advance(workshop, bound, events.slice(middle), { ...from, position: between }, upTo);
  }
};

/** Moves the checkpoints of views that nothing concerned up to `upTo`; answers the names of those that moved. */
export const passBy = async (
  { pool, books }: Workshop,
  moves: readonly { readonly view: string; readonly from: Standing }[],
  upTo: Position,
): Promise<readonly string[]> => (moves.length === 0 ? [] : books.move(pool, moves, upTo));
