import type { Instant } from '@onmaru/time';
import type { Position } from '../event.js';

/** Where an event lies in the log, and when the log took it. */
export type Place = { readonly position: Position; readonly recordedAt: Instant };

/**
 * The places of a log in the order of a server: the first event that was counted has position 1. `at` is where the server
 * says that an event lies, as bytes: it grows from event to event, with gaps.
 */
export type Places = {
  readonly count: Position;
  /** Where the last one lies; null when there is none. */
  readonly last: number | null;
  /** Counts an event that lies behind all others. Its moment is never before that of the one before, whatever a clock said. */
  add(at: number, created: number): Place;
  /** The place of the event that lies there; null when none was counted there. */
  find(at: number): Place | null;
  /** Where the event with that position lies. */
  atOf(position: Position): number;
};

const FIRST_ROOM = 1024;

/** Sixteen bytes for an event. */
export const places = (): Places => {
  let [ats, moments] = [new Float64Array(FIRST_ROOM), new Float64Array(FIRST_ROOM)];
  let count = 0;

  const grow = (): void => {
    const [before, momentsBefore] = [ats, moments];
    [ats, moments] = [new Float64Array(2 * before.length), new Float64Array(2 * before.length)];
    ats.set(before);
    moments.set(momentsBefore);
  };

  const nth = (index: number): Place => ({ position: index + 1, recordedAt: new Date(moments[index] as number).toISOString() });

  return {
    get count() {
      return count;
    },
    get last() {
      return count === 0 ? null : (ats[count - 1] as number);
    },
    add(at, created) {
      if (count === ats.length) grow();
      ats[count] = at;
      moments[count] = count === 0 ? created : Math.max(created, moments[count - 1] as number);
      count += 1;
      return nth(count - 1);
    },
    find(at) {
      let [low, high] = [0, count - 1];
      while (low <= high) {
        const middle = (low + high) >> 1;
        const there = ats[middle] as number;
        if (there === at) return nth(middle);
        if (there < at) low = middle + 1;
        else high = middle - 1;
      }
      return null;
    },
    atOf: (position) => ats[position - 1] as number,
  };
};
