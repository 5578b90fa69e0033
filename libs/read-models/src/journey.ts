import type { EventStore, Position } from '@onmaru/event-sourcing';
import type { Tracing } from '@onmaru/tracing';
import type { Workshop } from './advance.js';
import type { Standing } from './bookkeeping.js';
import type { BoundView } from './bound-view.js';
import type { Log } from './log.js';
import { backOff } from './patience.js';
import type { Progress } from './progress.js';
import { generationOf } from './view.js';

/** A view on its way through the log; `generation` is that of its rows. `failing` names the last failure, gone with the next success. */
export type Seat = { readonly bound: BoundView; at: Position; epoch: number; generation: number; failures: number; restUntil: number; failing?: string };

export type Journey = Workshop & {
  readonly store: EventStore;
  /** Lets go of what was read of a page. */
  readonly forget: () => void;
  readonly seats: readonly Seat[];
  readonly progress: Progress;
  readonly log: Log;
  readonly tracing: Tracing | undefined;
};

export const nameOf = ({ bound }: Seat): string => bound.view.name;

export const standingOf = ({ at: position, epoch, generation }: Seat): Standing => ({ position, epoch, generation });

/** Whether the rows are this program's to fold on. */
export const isOwn = ({ bound, generation }: Seat): boolean => generation === generationOf(bound.view);

export const arrived = ({ progress }: Journey, seat: Seat, at: Position): void => {
  seat.at = at;
  seat.failures = 0;
  delete seat.failing;
  progress.set(nameOf(seat), at);
};

export const failed = (journey: Journey, seat: Seat, error: unknown): void => {
  seat.failures += 1;
  seat.restUntil = performance.now() + backOff(seat.failures);
  seat.failing = error instanceof Error ? error.message : 'unknown';
  journey.log.error({ err: error, view: nameOf(seat), position: seat.at }, 'a view stopped and will try again');
};
