import { instant, latest, type Clock } from '@onmaru/time';
import type { Append, Appended, EventStore, Filter, Page, RawPage, Snapshot } from './event-store.js';
import { PAGE_SIZE } from './event-store.js';
import type { Position, StoredEvent } from './event.js';
import { follow } from './follow.js';
import { matching } from './matching.js';
import { storable, type Storable } from './storable.js';
import { answerWith, NO_STREAM, verdict } from './verdict.js';

type Stream = { readonly events: StoredEvent[]; readonly lastOf: Map<string, StoredEvent> };

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

/** A log in memory: for tests and simulation. It keeps every promise of the port but the one about power cuts. */
export const inMemoryEventStore = ({ clock }: { readonly clock: Clock }): EventStore => {
  const log: StoredEvent[] = [];
  const streams = new Map<string, Stream>();
  const snapshots = new Map<string, Snapshot>();
  const waiting = new Set<() => void>();

  const take = ({ tenant, stream: name, events }: Storable): StoredEvent => {
    const key = `${tenant}/${name}`;
    const stream = streams.get(key) ?? { events: [], lastOf: new Map<string, StoredEvent>() };
    streams.set(key, stream);
    const now = instant(clock.now());
    const previous = log.at(-1)?.recordedAt;
    const recordedAt = previous ? latest(previous, now) : now;
    for (const { event, occurredAt, data } of events) {
      const place = { tenant, stream: name, revision: stream.events.length + 1, position: log.length + 1, recordedAt };
      const stored: StoredEvent = frozen({ ...event, actor: { ...event.actor }, occurredAt, data: JSON.parse(data) as object, ...place });
      log.push(stored);
      stream.events.push(stored);
      stream.lastOf.set(event.commandId, stored);
    }
    return log.at(-1) as StoredEvent;
  };

  const append = async (asked: Append): Promise<Appended> => {
    const checked = storable(asked);
    const stream = streams.get(`${checked.tenant}/${checked.stream}`);
    const refused = verdict(checked, stream ? { revision: stream.events.length, lastOf: stream.lastOf } : NO_STREAM);
    if (refused) return refused;
    const last = take(checked);
    waiting.forEach((wake) => wake());
    return answerWith('appended', last);
  };

  const readAll = async (after: Position, filter: Filter, limit = PAGE_SIZE): Promise<Page> => {
    const wanted = matching(filter);
    const events: StoredEvent[] = [];
    let upTo = after;
    while (upTo < log.length && events.length < limit) {
      const event = log[upTo] as StoredEvent;
      if (wanted(event)) events.push(event);
      upTo += 1;
    }
    return { events, upTo };
  };

  const readRaw = async (...asked: Parameters<typeof readAll>): Promise<RawPage> => {
    const { events, upTo } = await readAll(...asked);
    return { events: events.map(({ data, ...rest }) => ({ ...rest, json: JSON.stringify(data) })), upTo };
  };

  const grown = (position: Position, stop: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        if (log.length <= position && !stop.aborted) return;
        waiting.delete(wake);
        stop.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      stop.addEventListener('abort', wake);
      wake();
    });

  const head = async (): Promise<Position> => log.length;
  return {
    append,
    readStream: async (tenant, stream, after = 0) => streams.get(`${tenant}/${stream}`)?.events.slice(after) ?? [],
    readAll,
    readRaw,
    subscribe: (after, filter, stop) => follow({ readAll, head, grown }, after, filter, stop),
    head,
    readSnapshot: async (tenant, stream) => snapshots.get(`${tenant}/${stream}`) ?? null,
    keepSnapshot: async (snapshot) => void snapshots.set(`${snapshot.tenant}/${snapshot.stream}`, { ...snapshot }),
    holds: async (tenant, stream, commandId) => streams.get(`${tenant}/${stream}`)?.lastOf.has(commandId) ?? false,
  };
};
