import { randomUUID } from 'node:crypto';
import type { Append, Appended, EventStore, Page } from '../event-store.js';
import type { NewEvent, StoredEvent } from '../event.js';
import type { EventTypes } from '../event-types.js';
import { LogError } from '../log-error.js';

/** A writer that began before others did, and ends when it is told to. */
export type SlowWriter = { append(append: Append): Promise<Appended>; commit(): Promise<void> };

export type LossyStore = { readonly store: EventStore; lose(answers: number): void };

/** A log for one suite, and the means to make its life hard. What an adapter has no word for is left out. */
export type LogUnderTest = {
  readonly store: EventStore;
  /** The same log as another program sees it. */
  beside(): Promise<EventStore>;
  /** Begins to write, so that whatever others do from now on began later. */
  slowWriter(): Promise<SlowWriter>;
  /** Leaves a transaction that writes open, in the log's database or in another of the same server; resolves to what ends it. */
  foreignTransaction(where: 'here' | 'elsewhere'): Promise<() => Promise<void>>;
  /** The same log over a line that loses the next answers to appends, when told to: they are taken, and nobody hears of it. */
  lossyLine(): Promise<LossyStore>;
  /** Cuts every connection to the log, as a restarting server does. */
  cutConnections(): Promise<void>;
  close(): Promise<void>;
};

/** The event types that the contract appends. */
export const testTypes: EventTypes = {
  context: 'tests',
  types: { NoteTaken: { version: 1, personal: ['text'], subject: 'customerId' }, BoxOpened: { version: 1 } },
};

export const NOTE = 'tests.NoteTaken.v1';
export const BOX = 'tests.BoxOpened.v1';

/** An event on its way, complete, with an id and a command of its own. */
export const note = (given: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: NOTE,
  occurredAt: '2026-03-01T09:00:00.000Z',
  data: { text: '안녕하세요, hello', customerId: 'ada' },
  actor: { kind: 'staff', id: 'kim' },
  commandId: randomUUID(),
  correlationId: 'correlation',
  ...given,
});

export const newTenant = (): string => `t-${randomUUID()}`;
export const newStream = (category = 'case'): string => `${category}-${randomUUID()}`;

/** Appends one event, and gives it back as it was sent. */
export const appendNote = async (store: EventStore, tenant: string, stream: string, given: Partial<NewEvent> = {}): Promise<NewEvent> => {
  const event = note(given);
  const answer = await store.append({ tenant, stream, expected: 'any', events: [event] });
  if (answer.outcome !== 'appended') throw new Error(`Not appended: ${JSON.stringify(answer)}`);
  return event;
};

export const ids = (events: readonly { readonly id: string }[]): readonly string[] => events.map(({ id }) => id);
export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Everything that pages bring until `enough`, or for ten seconds. */
export const collected = async (pages: AsyncIterable<Page>, enough: (events: readonly StoredEvent[]) => boolean): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for await (const page of pages) {
    events.push(...page.events);
    if (enough(events)) break;
  }
  return events;
};

/** Appends as a careful program does: what became of it is unknown while the log is away, so it is sent again. */
export const insist = async (store: EventStore, append: Append): Promise<Appended> => {
  for (;;) {
    try {
      return await store.append(append);
    } catch (error) {
      if (!(error instanceof LogError && error.code === 'unavailable')) throw error;
    }
  }
};
