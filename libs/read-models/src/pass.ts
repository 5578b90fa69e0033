import type { EventStore } from '@onmaru/event-sourcing';
import { categoriesOf } from './bound-view.js';
import type { FoldWork } from './fold-work.js';
import { pagesAhead } from './pages-ahead.js';

/** Does a part of one view's work; whatever it throws concerns this view alone, and is settled there. */
export type Attempt<Work extends FoldWork> = (work: Work, part: () => Promise<void>) => Promise<void>;

type Pass<Work extends FoldWork> = {
  readonly store: EventStore;
  /** Lets go of what was read of a page. */
  readonly forget: () => void;
  readonly works: readonly Work[];
  readonly attempt: Attempt<Work>;
  /** Leaves out those that ended. */
  readonly isAtWork: (work: Work) => boolean;
};

/** One reading of the log for all of these views, each up to its own limit. */
export const pass = async <Work extends FoldWork>({ store, forget, works, attempt, isAtWork }: Pass<Work>): Promise<void> => {
  const wanting = (): readonly Work[] => works.filter((work) => isAtWork(work) && work.position < work.limit);
  // Who is sent back to what it has committed takes part in the next reading.
  for (let going = wanting(); going.length > 0; going = wanting()) {
    const categories = [...new Set(going.flatMap(({ bound }) => categoriesOf(bound.view)))];
    const from = Math.min(...going.map(({ position }) => position));
    const last = Math.max(...going.map(({ limit }) => limit));
    for await (const page of pagesAhead(store, from, last, { everyTenant: true, categories })) {
      for (const work of going) await attempt(work, () => work.take(page));
      forget();
      going = going.filter((work) => isAtWork(work) && work.position >= Math.min(page.upTo, work.limit));
      if (going.length === 0) break;
    }
    for (const work of works.filter(isAtWork)) await attempt(work, () => work.settle());
  }
};
