import { isOwn, nameOf, type Journey, type Seat } from './journey.js';
import { pause } from './patience.js';
import { generationOf } from './view.js';

/** Milliseconds between two looks at views whose rows are another program's to fold. */
const LOOK = 100;

/** What holds a view up whose rows are of another generation than this program's fold. */
const why = ({ bound, generation }: Seat): string =>
  generation < generationOf(bound.view) ? `its rows are of generation ${generation} until those of generation ${generationOf(bound.view)} are folded` : `a newer program folds it, in generation ${generation}`;

/** Follows how far others get with views of other generations, until one has come to be of this program's, or `stop` aborts. */
export const awaitTheirs = async ({ books, pool, progress }: Journey, seats: readonly Seat[], stop: AbortSignal): Promise<void> => {
  while (!stop.aborted) {
    const standings = await books.checkpoints(pool, seats.map(({ bound }) => bound.view));
    for (const [place, seat] of seats.entries()) {
      const { position, generation } = standings[place] ?? { position: seat.at, generation: seat.generation };
      Object.assign(seat, { at: position, generation, failing: why(seat) });
      if (isOwn(seat)) delete seat.failing;
      progress.set(nameOf(seat), position);
    }
    if (seats.some(isOwn)) return;
    await pause(LOOK, stop);
  }
};
