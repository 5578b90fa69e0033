import type { EventStore, Position } from '@onmaru/event-sourcing';
import type { Tracing } from '@onmaru/tracing';
import type { Pool } from 'pg';
import type { BoundView } from './bound-view.js';
import { bookkeeping, OtherGeneration, type NewlyParked, type Parked, type Standing } from './bookkeeping.js';
import { follow } from './follow.js';
import { nameOf, type Journey, type Seat } from './journey.js';
import { silent, type Log } from './log.js';
import { progress } from './progress.js';
import type { Pace } from './fold-step.js';
import { USUAL_PACE } from './rebuild/rebuild-work.js';
import { rebuilds, type Rebuilds } from './rebuild/rebuilds.js';
import { redrive } from './redrive.js';
import { readings } from './reading.js';
import { scratch, type ScratchOptions, type Scratched } from './scratch.js';
import { rowStore } from './row-store.js';
import { tableOf } from './table.js';
import { generationOf, type AnyView } from './view.js';

export type ViewRunnerOptions = {
  /** The log, with sealed fields opened. */
  readonly store: EventStore;
  /** Connections of the service's own database role. */
  readonly pool: Pool;
  /** The service's schema: {@link readModelTables} has made its tables there. */
  readonly schema: string;
  readonly views: readonly AnyView[];
  readonly onParked?: (view: string, parked: NewlyParked) => void;
  readonly log?: Log;
  readonly tracing?: Tracing | undefined;
  /** How much a rebuild holds before it writes. */
  readonly pace?: Pace;
};

/** How one view stands. `failing` says why it does not get on at the moment. */
export type ViewStatus = { readonly view: string; readonly position: Position; readonly failing?: string };

/** Keeps a service's views in step with the log. Several may run at once (replicas): each page is taken by one. */
export type ViewRunner = {
  /**
   * Checks that views and tables fit, then follows the log in the background, and folds those anew whose rows are of an
   * earlier generation. Throws when something does not fit.
   */
  start(): Promise<void>;
  /** Finishes the page at hand and stops; whoever waits for a position is answered false. */
  stop(): Promise<void>;
  /** True as soon as every view (or only `view`) has seen `position`; false after `timeoutMs`. */
  waitFor(position: Position, timeoutMs: number, view?: string): Promise<boolean>;
  /** The position that every view has seen. */
  reached(): Position;
  /** Events between the slowest view and the head of the log. */
  lag(): Promise<number>;
  status(): readonly ViewStatus[];
  /** Streams that a view could not fold on. */
  parked(): Promise<readonly Parked[]>;
  /** Folds a parked stream again from its first event; null when it is unparked, else why it is parked again. */
  redrive(view: string, tenant: string, stream: string): Promise<NewlyParked | null>;
  /** Folds views from nothing and swaps them in, or only compares. The runner need not run. */
  readonly rebuilds: Rebuilds;
  /** What a part of the log makes of the views, without touching them. */
  scratch(options?: ScratchOptions): Promise<readonly Scratched[]>;
};

export const viewRunner = ({ store, pool, schema, views, onParked, log = silent, tracing, pace = USUAL_PACE }: ViewRunnerOptions): ViewRunner => {
  const names = views.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new Error(`two views are called ${twice}`);
  const books = bookkeeping(schema);
  const reached = progress(names);
  const stopping = new AbortController();
  let seats: readonly Seat[] = [];
  let running: Promise<void> = Promise.resolve();

  const workshop = {
    pool,
    books,
    onParked(view: string, parked: NewlyParked) {
      log.warn({ view, ...parked }, 'a stream is parked');
      onParked?.(view, parked);
    },
  };

  const { of: readingOf, forget } = readings(views.map(({ of }) => of.events));
  const bind = async (view: AnyView): Promise<BoundView> => {
    const table = await tableOf(pool, view, schema);
    return { view, table, rows: rowStore(table, view.personal), read: readingOf(view.of.events) };
  };
  const called = async (name: string): Promise<BoundView> => {
    const view = views.find((one) => one.name === name);
    if (!view) throw new Error(`there is no view ${name}; there are ${names.join(', ')}`);
    const [standing] = await books.checkpoints(pool, [view]);
    if (standing && standing.generation > generationOf(view)) throw new OtherGeneration(view, standing.generation);
    return bind(view);
  };

  const rebuilding = rebuilds({ store, forget, pool, schema, books, names, bind: called, log, pace });

  /** Folds views anew whose rows an older program made. */
  const renew = async (older: readonly string[]): Promise<void> => {
    if (older.length === 0) return;
    log.warn({ views: older }, 'views have a new generation: they are folded anew beside the rows that serve');
    await rebuilding.start({ views: older });
  };

  return {
    async start() {
      const checkpoints = await books.checkpoints(pool, views);
      const head = await store.head();
      for (const [place, { position }] of checkpoints.entries()) {
        if (position > head) throw new Error(`view ${names[place]} has seen position ${position}, but the log ends at ${head}: it is another log`);
      }
      seats = (await Promise.all(views.map(bind))).map((bound, place) => {
        const { position: at, epoch, generation } = checkpoints[place] as Standing;
        return { bound, at, epoch, generation, failures: 0, restUntil: 0 };
      });
      for (const { bound, at } of seats) reached.set(bound.view.name, at);
      const journey: Journey = { ...workshop, store, forget, seats, progress: reached, log, tracing };
      running = follow(journey, stopping.signal);
      await renew(seats.filter(({ bound, generation }) => generation < generationOf(bound.view)).map(nameOf));
    },
    async stop() {
      stopping.abort();
      await Promise.all([running, rebuilding.stop()]);
      reached.end();
    },
    waitFor: (position, timeoutMs, view) => reached.waitFor(position, timeoutMs, view),
    reached: () => reached.lowest(),
    lag: async () => Math.max(0, (await store.head()) - reached.lowest()),
    status: () => seats.map(({ bound, at, failing }) => ({ view: bound.view.name, position: at, ...(failing ? { failing } : {}) })),
    parked: () => books.parked(pool, names),
    redrive: async (view, tenant, stream) => redrive(workshop, store, await called(view), { tenant, stream }),
    rebuilds: rebuilding,
    scratch: async (options = {}) => scratch({ pool, store, forget }, await Promise.all((options.views ?? names).map(called)), options),
  };
};
