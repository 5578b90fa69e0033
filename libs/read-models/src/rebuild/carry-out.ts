import type { EventStore } from '@onmaru/event-sourcing';
import type { Pool } from 'pg';
import type { Bookkeeping } from '../bookkeeping.js';
import { reasonOf } from '../folding.js';
import type { Log } from '../log.js';
import { isDataError } from '../transaction.js';
import { compare, serving } from './compare.js';
import { pass } from '../pass.js';
import type { Compared, Outcome, RebuildBook } from './rebuild-book.js';
import { Overtaken } from '../fold-step.js';
import type { RebuildWork } from './rebuild-work.js';
import { replace } from './replace.js';
import type { Session } from './session.js';

type Undertaking = {
  readonly store: EventStore;
  readonly forget: () => void;
  readonly pool: Pool;
  readonly books: Bookkeeping;
  readonly book: RebuildBook;
  readonly log: Log;
  readonly works: readonly RebuildWork[];
  readonly isAtWork: (work: RebuildWork) => boolean;
  /** Ends one view's work; null where its outcome is recorded already, or is somebody else's. */
  readonly finish: (work: RebuildWork, outcome: Outcome | null) => Promise<void>;
};

/** Takes views from where they stand to their end: read, compare with the rows that serve, read on, replace. */
export const carryOut = async ({ store, forget, pool, books, book, log, works, isAtWork, finish }: Undertaking, session: Session): Promise<void> => {
  const paused = async (one: RebuildWork): Promise<void> => {
    await one.settle();
    await finish(one, { state: 'paused' });
  };
  const failed = async (one: RebuildWork, error: unknown): Promise<void> => {
    log.error({ err: error, view: one.view, position: one.position }, 'a view could not be rebuilt');
    await finish(one, { state: 'failed', reason: reasonOf(error) });
  };
  const attempt = async (one: RebuildWork, part: () => Promise<void>): Promise<void> => {
    try {
      await (one.stopping ? paused(one) : part());
    } catch (error) {
      if (error instanceof Overtaken) await finish(one, null);
      else if (isDataError(error)) one.goBack();
      else await failed(one, error);
    }
  };
  const reach = async (limits: ReadonlyMap<string, number>): Promise<void> => {
    const going = works.filter(isAtWork);
    await session.transaction(async (client) => {
      for (const one of going) await book.aim(client, one.view, (one.limit = limits.get(one.view) ?? 0));
    });
    try {
      await pass({ store, forget, works: going, attempt, isAtWork });
    } catch (error) {
      for (const one of going.filter(isAtWork)) await failed(one, error);
    }
  };

  const served = serving(pool, books, works);
  await reach(await served.positions);
  const compared = new Map<RebuildWork, Compared>();
  const waiting = works.values();
  const compareThem = async (): Promise<void> => {
    for (const one of waiting) {
      while (isAtWork(one) && !compared.has(one)) {
        await attempt(one, async () => {
          const done = await compare(store, one, served);
          if (one.begun.compareOnly) await finish(one, done);
          else compared.set(one, done);
        });
      }
    }
  };
  // What one view waits for on the connection of the rebuild, another does on its own.
  await Promise.all([compareThem(), compareThem()]);
  const head = await store.head();
  await reach(new Map(works.map(({ view }) => [view, head])));
  for (const [one, done] of compared) {
    while (isAtWork(one)) {
      await attempt(one, async () => {
        if (await replace(store, books, one, done)) await finish(one, null);
      });
    }
  }
};
