import type { Appended } from '../event-store.js';
import type { Cause } from '../event.js';
import { LogError } from '../log-error.js';
import type { Storable, StorableEvent } from '../storable.js';
import { instantOf, type Statement } from './connection.js';

const SEPARATOR = '\u001e';
const joined = <T>(items: readonly T[], text: (item: T) => string): string => items.map(text).join(SEPARATOR);
const numbers = (items: readonly number[]): string => `{${items.join(',')}}`;

/** What of an event stands beside its data. */
export const metaOf = ({ actor, correlationId, causationId, traceparent }: Omit<Cause, 'commandId'>): string =>
  JSON.stringify({ actor: { kind: actor.kind, id: actor.id }, correlationId, causationId, traceparent });

const eventValue = ({ event, data, occurredAt }: StorableEvent): readonly string[] => [
  event.type,
  event.id,
  event.commandId,
  event.commandHash ?? '',
  data,
  metaOf(event),
  occurredAt,
];

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

const first = ({ events }: Storable): StorableEvent => events[0] as StorableEvent;

/** What is answered for one append; no stream ends before `revision`. */
export type Row = readonly [outcome: string, revision: number, position: number, recordedAt: string];

/** One append, in one round trip; answers one {@link Row}. */
export const appendOne = ({ tenant, stream, expected, events }: Storable): Statement =>
  events.length === 1
    ? {
        name: 'log_append_event',
        text: 'select * from log.append_event($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)',
        values: [tenant, stream, expected, ...eventValue(events[0] as StorableEvent)],
      }
    : {
        name: 'log_append_stream',
        text: 'select * from log.append_stream($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)',
        values: [tenant, stream, expected, ...eventValues(events)],
      };

/** Many appends, each to another stream, in one round trip and one commit. */
export const appendBatch = (appends: readonly Storable[]): Statement => {
  const owners = appends.flatMap((append) => append.events.map(() => append));
  return {
    name: 'log_append_batch',
    text: 'select * from log.append_batch($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)',
    values: [
      joined(appends, ({ tenant }) => tenant),
      joined(appends, ({ stream }) => stream),
      numbers(appends.map(({ expected }) => expected)),
      numbers(appends.map(({ events }) => events.length)),
      joined(appends, (append) => first(append).event.commandId),
      joined(appends, (append) => first(append).event.commandHash ?? ''),
      numbers(appends.flatMap(({ events }, append) => events.map(() => append + 1))),
      numbers(appends.flatMap(({ events }) => events.map((_, nth) => nth + 1))),
      joined(owners, ({ tenant }) => tenant),
      joined(owners, ({ stream }) => stream),
      ...eventValues(appends.flatMap(({ events }) => events)),
    ],
  };
};

const list = (text: string): readonly string[] => text.slice(1, -1).split(',');

/** The one row that {@link appendBatch} answers → a {@link Row} for each append. Where nothing was appended, nothing is said of the head. */
export const rowsOfMany = (row: readonly unknown[] | undefined): readonly Row[] => {
  const [outcomes, revisions, positions, recordedAts, head, recordedAt] = row as [string, string, string, string, number, string];
  const [revision, position, earlier] = [list(revisions), list(positions), list(recordedAts)];
  return Array.from(outcomes, (outcome, n) => [
    outcome,
    Number(revision[n]),
    Number(position[n]) + (outcome === 'a' ? head : 0),
    outcome === 'r' ? instantOf((earlier[n] as string).replaceAll('"', '')) : recordedAt,
  ]);
};

/** What the log's functions answered for an append; `reached` is how far its stream has got, which whoever is refused is told. */
export const answerOf = ({ stream, category }: Storable, [outcome, revision, position, recordedAt]: Row, reached = revision): Appended => {
  switch (outcome) {
    case 'a':
      return { outcome: 'appended', revision, position, recordedAt };
    case 'r':
      return { outcome: 'repeated', revision, position, recordedAt };
    case 'c':
      return { outcome: 'command-reused' };
    case 'x':
      return { outcome: 'conflict', revision: reached };
    default:
      throw new LogError('permission', `This database role may not append to ${stream}: streams of ${category} belong to another service.`);
  }
};
