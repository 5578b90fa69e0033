import { randomUUID } from 'node:crypto';
import type { Append, Appended } from '../event-store.js';
import { LogError } from '../log-error.js';
import { oneAtATime } from '../one-at-a-time.js';
import { ANY, EXISTS, storable, type Storable } from '../storable.js';
import { answerWith, NO_STREAM, verdict, type Standing } from '../verdict.js';
import { forServer } from './event-of-server.js';
import { patiently } from './patience.js';
import type { Ports, Reading } from './reading.js';
import type { Place } from './places.js';

export type Writing = {
  append(append: Append): Promise<Appended>;
  /** Takes no more appends, and resolves when those taken are answered. */
  close(): Promise<void>;
};

/** Whether what is known of a stream is enough to send an append, on the chance that nobody was faster. */
const isEnough = ({ expected }: Storable, standing: Standing | null): boolean =>
  expected === 0 || (standing !== null && (expected === ANY || expected === EXISTS || standing.revision >= expected));

/**
 * Appends with the exact revision that a stream is believed to have, also where the caller does not care: only then does
 * a server recognise a repeat for certain. What it does not recognise, such as a command that came long before, is looked
 * up in the stream.
 */
export const writing = ({ server, names, counting, known }: Ports, { readStream }: Pick<Reading, 'readStream'>): Writing => {
  const inTurn = oneAtATime();
  const underWay = new Set<Promise<Appended>>();
  let closed = false;

  const lookedUp = async ({ tenant, stream }: Storable): Promise<Standing> => {
    const before = known.find(tenant, stream)?.revision ?? 0;
    const events = await readStream(tenant, stream, before);
    return known.learn(tenant, stream, before, events);
  };

  const sendOnce = ({ tenant, stream, events }: Storable, { revision }: Standing): Promise<Place | null> => {
    const attempt = randomUUID();
    return counting.sent(attempt, () => server.append(names.of(tenant, stream), revision, events.map((event) => forServer(tenant, stream, attempt, event))));
  };

  const carriedOut = async (one: Storable): Promise<Appended> => {
    let [standing, fresh] = [known.find(one.tenant, one.stream), false];
    for (;;) {
      if (!isEnough(one, standing)) [standing, fresh] = [await lookedUp(one), true];
      const stands = standing ?? NO_STREAM;
      const refused = verdict(one, stands);
      if (refused && (fresh || refused.outcome !== 'conflict')) return refused;
      const place = refused ? null : await sendOnce(one, stands);
      if (place) return taken(one, stands, place);
      [standing, fresh] = [await lookedUp(one), true];
    }
  };

  /** What went in, which nobody needs to look up any more. */
  const taken = ({ tenant, stream, events }: Storable, { revision: before }: Standing, { position, recordedAt }: Place): Appended => {
    const results = events.map(({ event: { commandId, commandHash } }, n) => ({ commandId, ...(commandHash !== undefined && { commandHash }), revision: before + n + 1, position: position - (events.length - 1 - n), recordedAt }));
    known.learn(tenant, stream, before, results);
    return answerWith('appended', results.at(-1) as (typeof results)[number]);
  };

  const append = async (asked: Append): Promise<Appended> => {
    if (closed) throw new LogError('closed', 'The store was closed; it takes no more events');
    const one = storable(asked);
    const answer = inTurn(`${one.tenant}/${one.stream}`, () => patiently(() => carriedOut(one)));
    underWay.add(answer);
    return answer.finally(() => underWay.delete(answer));
  };

  return {
    append,
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
    },
  };
};
