import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '@onmaru/event-sourcing';
import type { Pool, PoolClient } from 'pg';
import type { BoundView } from '../bound-view.js';
import type { Bookkeeping } from '../bookkeeping.js';
import { reasonOf } from '../folding.js';
import type { Log } from '../log.js';
import { besideOf, createBeside, dropBeside, fingerprintOf, isThere, tidyAfterSwap } from './beside.js';
import { bulkStore } from './bulk-store.js';
import { carryOut } from './carry-out.js';
import { lockOf, rebuildBook, type Begun, type Outcome, type Rebuild } from './rebuild-book.js';
import type { Pace } from '../fold-step.js';
import { RebuildWork, type Workplace } from './rebuild-work.js';
import { openSession, type Session } from './session.js';

/** How often, and after how many milliseconds each, a rebuild that runs elsewhere is asked for. */
const TRIES = 100;
const TRY_AGAIN = 100;
const LETTING_GO = 10;

export type RebuildOptions = {
  /** All of the service's, where this is left out. */
  readonly views?: readonly string[];
  /** Changes nothing: only answers whether the live rows are what the log makes of them. One that goes on stays what it was. */
  readonly compareOnly?: boolean;
};

/** `begun`: those of the views at whose rebuild nobody else was; `ended` once each of them is done, paused, failed or cancelled. */
export type RebuildUnderWay = { readonly begun: readonly string[]; readonly ended: Promise<void> };

/** Rebuilds of views from nothing, beside the rows that serve. Whatever they have reached survives the process. */
export type Rebuilds = {
  /** Begins, or goes on where an unfinished rebuild stands. One reading of the log serves all of the views. */
  start(options?: RebuildOptions): Promise<RebuildUnderWay>;
  /** The newest of each view. */
  list(): Promise<readonly Rebuild[]>;
  /** What was folded is kept, and the next start goes on from there. */
  pause(view: string): Promise<void>;
  /** Drops what was folded. The rows that serve stay as they are. */
  cancel(view: string): Promise<void>;
  /** Pauses what runs in this process. */
  stop(): Promise<void>;
};

export type RebuildsOptions = {
  readonly store: EventStore;
  /** Lets go of what was read of a page. */
  readonly forget: () => void;
  readonly pool: Pool;
  readonly schema: string;
  readonly books: Bookkeeping;
  readonly names: readonly string[];
  /** The view with its live table. */
  readonly bind: (view: string) => Promise<BoundView>;
  readonly log: Log;
  readonly pace: Pace;
};

export const rebuilds = ({ store, forget, pool, schema, books, names, bind, log, pace }: RebuildsOptions): Rebuilds => {
  const book = rebuildBook(schema);
  const underWay = new Map<string, { readonly work: RebuildWork; readonly over: PromiseWithResolvers<void> }>();

  /** What there is to go on from, else a table that is empty. */
  const prepared = async (client: PoolClient, { view, table }: BoundView, compareOnly: boolean): Promise<Begun> => {
    await tidyAfterSwap(client, table);
    const fingerprint = await fingerprintOf(client, view, table);
    const unfinished = (await isThere(client, besideOf(table))) ? await book.unfinished(client, view.name, fingerprint) : null;
    if (unfinished && unfinished.position <= (await store.head())) return { ...unfinished, attempt: await book.goOn(client, view.name) };
    await dropBeside(client, table);
    await createBeside(client, table, besideOf(table));
    return { attempt: await book.begin(client, view.name, fingerprint, compareOnly), position: 0, parked: [], compareOnly };
  };

  const begin = async (at: Workplace, name: string, compareOnly: boolean): Promise<RebuildWork | null> => {
    try {
      const bound = await bind(name);
      const beside = besideOf(bound.table);
      const begun = await at.session.transaction((client) => prepared(client, bound, compareOnly));
      return new RebuildWork(at, bound.table, { ...bound, table: beside, rows: bulkStore(beside, bound.view.personal) }, begun);
    } catch (error) {
      await at.session.transaction(async (client) => {
        const attempt = await book.begin(client, name, '', compareOnly);
        await book.end(client, name, attempt, { state: 'failed', reason: reasonOf(error) });
      });
      return null;
    }
  };

  const finish = async ({ session }: Workplace, one: RebuildWork, outcome: Outcome | null): Promise<void> => {
    await session.transaction(async (client) => {
      if (outcome) await book.end(client, one.view, one.begun.attempt, outcome);
      if (outcome?.state === 'done') await dropBeside(client, one.table);
    });
    await session.unlock(lockOf(schema, one.view));
    underWay.get(one.view)?.over.resolve();
    underWay.delete(one.view);
  };
  const isAtWork = (one: RebuildWork): boolean => underWay.get(one.view)?.work === one;

  /** Whether nobody is at the view's rebuild. Who has just ended one lets go within moments. */
  const isFree = async (session: Session, view: string): Promise<boolean> => {
    for (let tried = 0; ; tried += 1) {
      if (await session.lock(lockOf(schema, view))) return true;
      const standing = (await book.list(pool)).find((one) => one.view === view);
      if (standing?.state === 'running' || tried === TRIES) return false;
      await sleep(LETTING_GO);
    }
  };

  const start = async ({ views = names, compareOnly = false }: RebuildOptions = {}): Promise<RebuildUnderWay> => {
    const session = await openSession(pool);
    const at = { session, pool, book, pace };
    const works: RebuildWork[] = [];
    const begun: string[] = [];
    try {
      for (const name of views) {
        if (!(await isFree(session, name))) continue;
        begun.push(name);
        const one = await begin(at, name, compareOnly);
        if (one) works.push(one);
        else await session.unlock(lockOf(schema, name));
      }
    } catch (error) {
      session.end();
      throw error;
    }
    for (const one of works) underWay.set(one.view, { work: one, over: Promise.withResolvers() });
    const ended = carryOut({ store, forget, pool, books, book, log, works, isAtWork, finish: (one, outcome) => finish(at, one, outcome) }, session)
      .catch((error: unknown) => log.error({ err: error }, 'a rebuild was interrupted; it can go on'))
      .finally(() => {
        for (const one of works.filter(isAtWork)) {
          underWay.get(one.view)?.over.resolve();
          underWay.delete(one.view);
        }
        session.end();
      });
    return { begun, ended };
  };

  const pause = async (view: string): Promise<void> => {
    const here = underWay.get(view);
    if (!here) return book.pause(pool, view);
    here.work.stopping = true;
    await here.over.promise;
  };

  const cancel = async (view: string): Promise<void> => {
    const { table } = await bind(view);
    await pause(view);
    // Whoever is at it elsewhere is refused its next step, and lets go.
    await book.remove(pool, view);
    const session = await openSession(pool);
    try {
      for (let tried = 0; !(await session.lock(lockOf(schema, view))); tried += 1) {
        if (tried === TRIES) throw new Error(`the rebuild of ${view} does not end where it runs`);
        await sleep(TRY_AGAIN);
      }
      await session.transaction((client) => dropBeside(client, table));
      await session.unlock(lockOf(schema, view));
    } finally {
      session.end();
    }
  };

  const list = async (): Promise<readonly Rebuild[]> =>
    (await book.list(pool)).map((one) => {
      const here = underWay.get(one.view)?.work;
      return here && one.state === 'running' ? { ...one, position: here.position, eventsPerSecond: Math.round(here.perSecond) } : one;
    });

  return { start, list, pause, cancel, stop: async () => void (await Promise.all([...underWay.keys()].map(pause))) };
};
