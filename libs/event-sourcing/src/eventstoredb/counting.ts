import type { Position } from '../event.js';
import { gathered } from '../gathered.js';
import { LogError } from '../log-error.js';
import { atOf, attemptOf, type EventOfServer } from './event-of-server.js';
import { places, type Place } from './places.js';
import type { Server } from './server.js';

/** How far the log was counted: its last event, where that lies, and in which stream of the server. */
export type Counted = { readonly position: Position; readonly at: number; readonly stream: string };

/**
 * The count of the log's events in the order of the server, which is what positions are: every program that counts comes
 * to the same, since nothing of the log is ever deleted and nothing appears before what was seen.
 */
export type Counting = {
  /** Counts what the server holds by now; null when that is nothing. */
  catchUp(): Promise<Counted | null>;
  counted(): Counted | null;
  /** Counts an event that was heard of, unless it was counted; all before it were heard of, too. */
  take(event: EventOfServer): void;
  /** The place of an event of the log that was counted. */
  placeOf(event: EventOfServer): Place;
  /** Where the event with that position lies; null for what lies before the first. */
  atOf(position: Position): number | null;
  /** Sends an append that is known by `attempt`, and gives the place of its last event; null when it was not this one that was taken. */
  sent(attempt: string, send: () => Promise<boolean>): Promise<Place | null>;
  /** Resolves when the log was counted beyond `position`, or when `stop` aborts. */
  grown(position: Position, stop: AbortSignal): Promise<void>;
};

const changed = (what: string): LogError =>
  new LogError('damaged-log', `EventStoreDB does not hold any more what it held before: ${what}. It was restored from an older copy, or events of the log were deleted there. Start every program anew, and check what they keep.`);

export const counting = (server: Server, isOurs: (stream: string) => boolean): Counting => {
  const counted = places();
  const awaited = new Map<string, Place | null>();
  const waiting = new Set<() => void>();
  let lastStream = '';
  /** Where the last event lies that was looked at, ours or not. */
  let looked: number | null = null;

  const far = (): Counted | null => (counted.last === null ? null : { position: counted.count, at: counted.last, stream: lastStream });

  const take = (event: EventOfServer): void => {
    const at = atOf(event);
    if (counted.last !== null && at <= counted.last) return;
    const place = counted.add(at, event.created.getTime());
    looked = Math.max(looked ?? 0, at);
    lastStream = event.streamId;
    const attempt = attemptOf(event);
    if (awaited.has(attempt)) awaited.set(attempt, place);
    waiting.forEach((wake) => wake());
  };

  /** Begins with the last event that was looked at. Where that is ours it must still be there; of others, servers clear away. */
  const readOn = async (): Promise<void> => {
    const from = looked;
    let mustCome = from !== null && from === counted.last;
    for await (const event of server.readFrom(from)) {
      const at = Number(event.position?.commit);
      if (mustCome && at !== from) break;
      mustCome = false;
      if (isOurs(event.streamId)) take(event);
      looked = Math.max(looked ?? 0, at);
    }
    if (mustCome) throw changed(`event ${counted.count} of ${lastStream} is gone`);
  };

  const catchUp = gathered(async (askers: readonly null[]) => {
    await readOn();
    const reached = far();
    return askers.map(() => reached);
  });

  const placeOf = (event: EventOfServer): Place => {
    const place = counted.find(atOf(event));
    if (!place) throw changed(`event ${event.revision} of ${event.streamId} lies where none was`);
    return place;
  };

  const grown = (position: Position, stop: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        if (counted.count <= position && !stop.aborted) return;
        waiting.delete(wake);
        stop.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      stop.addEventListener('abort', wake);
      wake();
    });

  return {
    catchUp: () => catchUp(null),
    counted: far,
    take,
    placeOf,
    atOf: (position) => (position === 0 ? null : counted.atOf(position)),
    async sent(attempt, send) {
      awaited.set(attempt, null);
      try {
        if (await send()) await catchUp(null);
        return awaited.get(attempt) ?? null;
      } finally {
        awaited.delete(attempt);
      }
    },
    grown,
  };
};
