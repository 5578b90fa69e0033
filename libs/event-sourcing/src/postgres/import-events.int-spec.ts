import { testDatabase, type TestDatabase } from '@onmaru/local-postgres';
import { newStream, note } from '../contract/log-under-test.js';
import type { EventStore, RawEvent } from '../index.js';
import { inMemoryEventStore } from '../in-memory.js';
import { importEvents, migrateLog, postgresEventStore, type PostgresEventStore } from '../postgres.js';

const everything = async (store: EventStore): Promise<readonly RawEvent[]> => (await store.readRaw(0, { everyTenant: true })).events;
const plain = async (store: EventStore) => (await store.readAll(0, { everyTenant: true })).events;

/** A log of 60 events in 20 streams, with text that is awkward for COPY, commands of several events and of none but one. */
const otherLog = async (): Promise<EventStore> => {
  const store = inMemoryEventStore({ clock: { now: () => '2026-03-01T09:00:00.000Z' } });
  for (let n = 0; n < 20; n += 1) {
    const [first, second] = [`first-${n}`, `second-${n}\\N`];
    const events = [note({ commandId: first, commandHash: 'h\\n' }), note({ commandId: first, commandHash: 'h\\n', data: { text: 'tab\t new\nline \\ "back\\\\slash" 안녕 \\N' } }), note({ commandId: second })];
    await store.append({ tenant: n % 2 ? 'demo' : 'other', stream: newStream(), expected: 'none', events });
  }
  return store;
};

describe('The events of another log', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let events: readonly RawEvent[];
  let other: EventStore;
  beforeEach(async () => {
    database = await testDatabase();
    await migrateLog(database.url, {});
    store = await postgresEventStore({ connection: database.url });
    other = await otherLog();
    events = await everything(other);
  });
  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  it('are taken over as they lie, with their positions, ids and both times', async () => {
    expect(await importEvents(database.url, events)).toEqual({ events: 60, position: 60 });
    expect(await plain(store)).toEqual(await plain(other));
  });

  it('are followed by what happens next', async () => {
    await importEvents(database.url, events);
    const { tenant, stream } = events[0] as RawEvent;
    const answer = await store.append({ tenant, stream, expected: 3, events: [note()] });
    expect(answer).toMatchObject({ outcome: 'appended', revision: 4, position: 61 });
  });

  it('keep their commands: a repeat is answered with the first result', async () => {
    await importEvents(database.url, events);
    const { tenant, stream } = events[0] as RawEvent;
    const answer = await store.append({ tenant, stream, expected: 'any', events: [note({ commandId: 'first-0' })] });
    expect(answer).toMatchObject({ outcome: 'repeated', revision: 2, position: 2 });
  });

  it('go on where an import was broken off', async () => {
    await importEvents(database.url, events.slice(0, 31));
    expect(await importEvents(database.url, events)).toEqual({ events: 29, position: 60 });
    expect(await plain(store)).toEqual(await plain(other));
  });

  it('are refused with the place when one is missing, and nothing of its slice is kept', async () => {
    const lacking = events.filter(({ position }) => position !== 40);
    await expect(importEvents(database.url, lacking)).rejects.toMatchObject({ code: 'invalid-import', message: expect.stringContaining('After position 39 comes 41') });
    expect(await store.head()).toBe(0);
  });

  it('are refused with the stream when it has a gap', async () => {
    const gap = { ...(events[5] as RawEvent), revision: 9 };
    await expect(importEvents(database.url, events.with(5, gap))).rejects.toMatchObject({ code: 'invalid-import', message: expect.stringContaining(`${gap.stream} has a gap`) });
    expect(await store.head()).toBe(0);
  });

  it('are refused when one stands twice in its stream', async () => {
    const twice = { ...(events[5] as RawEvent), revision: 1 };
    await expect(importEvents(database.url, events.with(5, twice))).rejects.toMatchObject({ code: 'invalid-import', message: expect.stringContaining('comes twice') });
  });

  it('let go of the log when the one who sends them fails', async () => {
    const failing = async function* (): AsyncGenerator<RawEvent> {
      yield* events.slice(0, 10);
      throw new Error('the line broke');
    };
    await expect(importEvents(database.url, failing())).rejects.toThrow('the line broke');
    expect(await importEvents(database.url, events)).toEqual({ events: 60, position: 60 });
  });
});
