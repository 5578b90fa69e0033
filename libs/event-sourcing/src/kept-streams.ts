import { seconds } from '@onmaru/time';
import type { Revision } from './event.js';
import type { Loaded } from './handled.js';

/**
 * A stream as it was loaded, and since when, in milliseconds of a clock that only goes forward, any of it is held.
 * `snapshot`: up to which revision its stored snapshot goes, as far as that is known.
 */
export type Kept<State> = { readonly loaded: Loaded<State>; readonly since: number; readonly snapshot?: Revision };

/**
 * For how long a stream is used, and how often those that are older are let go of. With the time for which keys are
 * remembered this stays within a minute: what was opened with a key that has been erased since is gone then.
 */
const HELD = seconds(20);
const SWEEP = seconds(10);

/** Events of all kept streams together. */
const MOST_EVENTS = 50_000;

export type KeptStreams<State> = {
  /** What is kept of the stream, else nothing as of now; whoever uses it reads what came after its revision. */
  get(name: string): Kept<State>;
  /** Nothing, as of now. */
  nothing(): Kept<State>;
  keep(name: string, kept: Kept<State>): void;
};

/** Streams that were loaded a moment ago, those used last, as a baseline from which the next command reads on. */
export const keptStreams = <State>(nothing: Loaded<State>, now: () => number = () => performance.now(), most = MOST_EVENTS): KeptStreams<State> => {
  const streams = new Map<string, Kept<State>>();
  let events = 0;
  let timer: NodeJS.Timeout | null = null;

  const drop = (name: string): void => {
    events -= streams.get(name)?.loaded.history.length ?? 0;
    streams.delete(name);
  };

  const begin = (): Kept<State> => ({ loaded: nothing, since: now() });

  const isOld = ({ since }: Kept<State>): boolean => now() - since >= HELD;

  const sweep = (): void => {
    for (const [name, kept] of streams) if (isOld(kept)) drop(name);
    timer = streams.size > 0 ? setTimeout(sweep, SWEEP).unref() : null;
  };

  return {
    get(name) {
      const kept = streams.get(name);
      if (kept && !isOld(kept)) return kept;
      drop(name);
      return begin();
    },
    nothing: begin,
    keep(name, kept) {
      drop(name);
      if (kept.loaded.history.length * 10 > most) return;
      streams.set(name, kept);
      events += kept.loaded.history.length;
      for (const oldest of streams.keys()) {
        if (events <= most) break;
        drop(oldest);
      }
      timer ??= setTimeout(sweep, SWEEP).unref();
    },
  };
};
