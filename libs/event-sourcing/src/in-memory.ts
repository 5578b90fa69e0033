import { instant, latest, type Clock } from '@onmaru/time';
import type { Append, Appended, EventStore, Filter, Page, RawPage, Snapshot } from './event-store.js';
import { PAGE_SIZE } from './event-store.js';
import type { Position, Revision, StoredEvent } from './event.js';
import { follow } from './follow.js';
import { ANY, EXISTS, storable, type Storable } from './storable.js';

type Stream = { readonly events: StoredEvent[]; readonly lastOf: Map<string, StoredEvent> };

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

const meets = (expected: number, revision: Revision): boolean =>
  expected === ANY || (expected === EXISTS ? revision > 0 : expected === revision);

const predicate = (filter: Filter): ((event: StoredEvent) => boolean) => {
  const since = filter.since && instant(filter.since);
  const until = filter.until && instant(filter.until);
  return (event) =>
    ('everyTenant' in filter || event.tenant === filter.tenant) &&
    (!filter.categories || filter.categories.includes(event.stream.slice(0, event.stream.indexOf('-')))) &&
    (!filter.types || filter.types.includes(event.type)) &&
    (!filter.stream || event.stream === filter.stream) &&
    (!since || event.occurredAt >= since) &&
    (!until || event.occurredAt <= until) &&
    !(filter.withoutHistory && event.actor.kind === 'external');
};

const answer = (outcome: 'appended' | 'repeated', { revision, position, recordedAt }: StoredEvent): Appended => ({ outcome, revision, position, recordedAt });

/** What the log says to an append, or null when it may go in. */
const verdict = ({ expected, events }: Storable, stream: Stream | undefined): Appended | null => {
  const revision = stream?.events.length ?? 0;
  const { commandId, commandHash } = (events[0] as Storable['events'][number]).event;
  const earlier = stream?.lastOf.get(commandId);
  if (earlier) {
    const other = commandHash !== undefined && earlier.commandHash !== undefined && commandHash !== earlier.commandHash;
    return other ? { outcome: 'command-reused' } : answer('repeated', earlier);
  }
  const knowsAnother = events.some(({ event }) => stream?.lastOf.has(event.commandId));
  return knowsAnother || !meets(expected, revision) ? { outcome: 'conflict', revision } : null;
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
    const refused = verdict(checked, streams.get(`${checked.tenant}/${checked.stream}`));
    if (refused) return refused;
    const last = take(checked);
    waiting.forEach((wake) => wake());
    return answer('appended', last);
  };

  const readAll = async (after: Position, filter: Filter, limit = PAGE_SIZE): Promise<Page> => {
    const wanted = predicate(filter);
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
