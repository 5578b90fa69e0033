import type { EventStore } from '@onmaru/event-sourcing';
import { categoriesOf } from '../bound-view.js';
import { pagesAhead } from './pages-ahead.js';
import type { RebuildWork } from './rebuild-work.js';

/** Does a part of one view's work; whatever it throws concerns this view alone, and is settled there. */
export type Attempt = (work: RebuildWork, part: () => Promise<void>) => Promise<void>;

/** One reading of the log for all of these views, each up to its own limit. `isAtWork` leaves out those that ended. */
export const pass = async (
  store: EventStore,
  works: readonly RebuildWork[],
  attempt: Attempt,
  isAtWork: (work: RebuildWork) => boolean,
): Promise<void> => {
  const wanting = (): readonly RebuildWork[] => works.filter((work) => isAtWork(work) && work.position < work.limit);
  // Who is sent back to what it has committed takes part in the next reading.
  for (let going = wanting(); going.length > 0; going = wanting()) {
    const categories = [...new Set(going.flatMap(({ beside }) => categoriesOf(beside.view)))];
    const from = Math.min(...going.map(({ position }) => position));
    const last = Math.max(...going.map(({ limit }) => limit));
    for await (const page of pagesAhead(store, from, last, { everyTenant: true, categories })) {
      for (const work of going) await attempt(work, () => work.take(page));
      going = going.filter((work) => isAtWork(work) && work.position >= Math.min(page.upTo, work.limit));
      if (going.length === 0) break;
    }
    for (const work of works.filter(isAtWork)) await attempt(work, () => work.settle());
  }
};
