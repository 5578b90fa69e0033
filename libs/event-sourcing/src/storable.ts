import { instant, type Instant } from '@onmaru/time';
import type { Append } from './event-store.js';
import type { NewEvent } from './event.js';
import { LogError } from './log-error.js';

/** An event as it is stored: its data as JSON text, and its place among the events of its command. */
export type StorableEvent = {
  readonly event: NewEvent;
  readonly occurredAt: Instant;
  readonly data: string;
  readonly commandIndex: number;
};

/** An append that has been checked, and what of it is stored. `revision` is the expectation as a number, or what else it says. */
export type Storable = {
  readonly tenant: string;
  readonly stream: string;
  readonly category: string;
  readonly expected: number;
  readonly events: readonly StorableEvent[];
};

/** Expectations that are no exact revision, as numbers. `none` is revision 0. */
export const EXISTS = -1;
export const ANY = -2;

const TENANT = /^[a-z0-9][a-z0-9-]{0,62}$/;
const STREAM = /^([a-z]+)-[^\p{C}\p{Z}]{1,200}$/u;
const TYPE = /^[a-z]+\.[A-Za-z]+\.v[1-9]\d*$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PRINTABLE = /^\P{C}{1,255}$/u;
// Of what JSON.stringify writes, only U+0000 and halves of surrogate pairs cannot be stored by every JSON database.
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f]..)/;

const invalid = (stream: string, problem: string, cause?: unknown): LogError =>
  new LogError('invalid-append', `Cannot append to ${JSON.stringify(stream)}: ${problem}`, { cause });

const expectedNumber = ({ stream, expected }: Append): number => {
  if (expected === 'none') return 0;
  if (expected === 'exists') return EXISTS;
  if (expected === 'any') return ANY;
  if (Number.isSafeInteger(expected) && expected >= 0) return expected;
  throw invalid(stream, `${String(expected)} is not a revision`);
};

const canonical = (stream: string, type: string, occurredAt: string): Instant => {
  try {
    return instant(occurredAt);
  } catch (cause) {
    throw invalid(stream, `${type} has no valid occurredAt (${JSON.stringify(occurredAt)})`, cause);
  }
};

/** The data of an event as JSON. Throws a {@link LogError} `invalid-append` when that cannot be stored. */
export const jsonOf = (stream: string, { type, data }: Pick<NewEvent, 'type' | 'data'>): string => {
  const json = JSON.stringify(data);
  if (json?.[0] !== '{') throw invalid(stream, `the data of ${type} is not an object`);
  if ((json.includes('\\u0000') || json.includes('\\ud')) && UNSTORABLE.test(json)) {
    throw invalid(stream, `the data of ${type} holds U+0000 or half of a surrogate pair, which no database can keep as text`);
  }
  return json;
};

const storableEvent = (stream: string, event: NewEvent, commandIndex: number): StorableEvent => {
  if (!TYPE.test(event.type)) throw invalid(stream, `${JSON.stringify(event.type)} is not a stored event type such as cases.CaseOpened.v1`);
  if (!UUID.test(event.id)) throw invalid(stream, `the id of ${event.type} is not a UUID in lower case (${JSON.stringify(event.id)})`);
  if (!PRINTABLE.test(event.commandId)) throw invalid(stream, `${event.type} has no printable command id of at most 255 characters`);
  if (event.commandHash !== undefined && !PRINTABLE.test(event.commandHash)) throw invalid(stream, `${event.type} has no printable command hash`);
  return { event, occurredAt: canonical(stream, event.type, event.occurredAt), data: jsonOf(stream, event), commandIndex };
};

/** Checks an append in every way that needs no look at the log. Throws a {@link LogError} `invalid-append`. */
export const storable = (append: Append): Storable => {
  const { tenant, stream, events } = append;
  const category = STREAM.exec(stream)?.[1];
  if (category === undefined) throw invalid(stream, 'a stream is named <category>-<id>');
  if (!TENANT.test(tenant)) throw invalid(stream, `${JSON.stringify(tenant)} is not a tenant`);
  if (events.length === 0) throw invalid(stream, 'there are no events');
  const perCommand = new Map<string, number>();
  const stored = events.map((event) => {
    const index = perCommand.get(event.commandId) ?? 0;
    perCommand.set(event.commandId, index + 1);
    return storableEvent(stream, event, index);
  });
  return { tenant, stream, category, expected: expectedNumber(append), events: stored };
};
