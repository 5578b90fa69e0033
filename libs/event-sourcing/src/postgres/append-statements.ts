import type { Appended } from '../event-store.js';
import type { NewEvent } from '../event.js';
import { LogError } from '../log-error.js';
import type { Storable, StorableEvent } from '../storable.js';
import type { Statement } from './connection.js';

const SEPARATOR = '\u001e';
const joined = <T>(items: readonly T[], text: (item: T) => string): string => items.map(text).join(SEPARATOR);
const numbers = (items: readonly number[]): string => `{${items.join(',')}}`;

const metaOf = ({ actor, correlationId, causationId, traceparent }: NewEvent): string =>
  JSON.stringify({ actor: { kind: actor.kind, id: actor.id }, correlationId, causationId, traceparent });

const eventValues = (events: readonly StorableEvent[]): readonly string[] => [
  joined(events, ({ event }) => event.type),
  joined(events, ({ event }) => event.id),
  joined(events, ({ event }) => event.commandId),
  joined(events, ({ event }) => event.commandHash ?? ''),
  numbers(events.map(({ commandIndex }) => commandIndex)),
  joined(events, ({ data }) => data),
  joined(events, ({ event }) => metaOf(event)),
  joined(events, ({ occurredAt }) => occurredAt),
];

const first = ({ events }: Storable): NewEvent => (events[0] as StorableEvent).event;

/** One append, in one round trip; answers one row of `outcome, revision, position, recorded_at`. */
export const appendOne = ({ tenant, stream, expected, events }: Storable): Statement => ({
  name: 'log_append_one',
  text: 'select * from log.append_one($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)',
  values: [tenant, stream, expected, ...eventValues(events)],
});

/** Many appends, each to another stream, in one round trip and one commit; answers such a row for each. */
export const appendMany = (appends: readonly Storable[]): Statement => ({
  name: 'log_append_many',
  text: 'select outcome, revision, "position", recorded_at from log.append_many($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16)',
  values: [
    joined(appends, ({ tenant }) => tenant),
    joined(appends, ({ stream }) => stream),
    numbers(appends.map(({ expected }) => expected)),
    numbers(appends.map(({ events }) => events.length)),
    joined(appends, (append) => first(append).commandId),
    joined(appends, (append) => first(append).commandHash ?? ''),
    numbers(appends.flatMap(({ events }, append) => events.map(() => append + 1))),
    numbers(appends.flatMap(({ events }) => events.map((_, nth) => nth + 1))),
    ...eventValues(appends.flatMap(({ events }) => events)),
  ],
});

/** What the log's functions answered for an append. */
export const answerOf = ({ stream, category }: Storable, row: readonly unknown[] | undefined): Appended => {
  const [outcome, revision, position, recordedAt] = row as [string, number, number, string];
  switch (outcome) {
    case 'a':
      return { outcome: 'appended', revision, position, recordedAt };
    case 'r':
      return { outcome: 'repeated', revision, position, recordedAt };
    case 'c':
      return { outcome: 'command-reused' };
    case 'x':
      return { outcome: 'conflict', revision };
    default:
      throw new LogError('permission', `This database role may not append to ${stream}: streams of ${category} belong to another service.`);
  }
};
