import { randomUUID } from 'node:crypto';
import type { NewEvent } from './event.js';
import { appendNote, collected, ids, note, pause } from './contract/log-under-test.js';
import { eventStoreDb, type EventStoreDb, type EventStoreDbOptions } from './eventstoredb.js';
import { connected } from './eventstoredb/connected.js';
import { eventStoreDbDouble, type EventStoreDbDouble } from './testing/eventstoredb-double/eventstoredb-double.js';
import { refusals } from './testing/eventstoredb-double/faults.js';

const [tenant, stream, stored] = ['demo', 'case-1', 'onmaru.case.demo/case-1'];

/** Over a double, which does what it is told to. */
describe('A log in an EventStoreDB in trouble', () => {
  let double: EventStoreDbDouble;
  let store: EventStoreDb;
  const ends: (() => Promise<unknown>)[] = [];
  const opened = async (options: Partial<EventStoreDbOptions> = {}): Promise<EventStoreDb> => {
    const one = await eventStoreDb({ connection: double.connection, ...options });
    ends.push(one.close);
    return one;
  };
  const append = (expected: number | 'any' = 'any', events: readonly NewEvent[] = [note()], to = store) => to.append({ tenant, stream, expected, events });

  beforeEach(async () => {
    double = await eventStoreDbDouble();
    store = await opened();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    await double.close();
  });

  it('waits for a server that is not ready, and goes on when it is', async () => {
    for (const kind of ['append', 'read', 'follow'] as const) double.fail(kind, refusals.unavailable, 2);
    expect(await append()).toMatchObject({ outcome: 'appended', revision: 1 });
    expect(await store.readStream(tenant, stream)).toHaveLength(1);
    expect((await store.readAll(0, { tenant })).events).toHaveLength(1);
  });

  it('says where nobody answers, and why, when that does not change', async () => {
    const { port } = await eventStoreDbDouble().then(async (other) => (await other.close(), other));
    await expect(eventStoreDb({ connection: `esdb://127.0.0.1:${port}?tls=false` })).rejects.toMatchObject({
      name: 'LogError',
      code: 'unavailable',
      message: expect.stringMatching(new RegExp(`^The log cannot be reached: EventStoreDB at 127[.]0[.]0[.]1:${port} does not answer [(].*ECONNREFUSED`)),
    });
  });

  it.each([
    ['does not say anything to an append', 'append', 'silence', /did not answer in time: it may be overloaded/],
    ['does not say anything to a reader', 'read', 'silence', /has said nothing for 0[.]3 s/],
    ['does not say anything to a reader of pages', 'follow', 'silence', /has said nothing for 0[.]3 s/],
    ['says that it was too slow', 'append', refusals.overdue, /did not answer in time/],
    ['has no majority', 'append', refusals.commitTimeout, /could not commit in time: most nodes of its cluster must be up/],
    ['is not ready', 'append', refusals.unavailable, /does not answer [(]Server Is Not Ready[)]/],
  ] as const)('says so to its caller when the server %s', async (_, kind, fault, says) => {
    await append();
    const hurried = await opened({ deadline: 300 });
    double.fail(kind, fault, Infinity);
    const asked = kind === 'append' ? append('any', [note()], hurried) : kind === 'read' ? hurried.readStream(tenant, stream) : hurried.readAll(0, { tenant });
    await expect(asked).rejects.toMatchObject({ name: 'LogError', code: 'unavailable', message: expect.stringMatching(says) });
  });

  it('has an append once whose answer was lost, and says that it is a repeat', async () => {
    const [event] = [note()];
    double.fail('append', 'lost-answer');
    expect(await append(0, [event])).toMatchObject({ outcome: 'repeated', revision: 1, position: 1 });
    expect(ids(await store.readStream(tenant, stream))).toEqual([event.id]);
  });

  it('has it once also where it came upon others, as several events', async () => {
    await append();
    const commandId = randomUUID();
    const events = [note({ commandId }), note({ commandId })];
    double.fail('append', 'lost-answer');
    expect(await append(1, events)).toMatchObject({ outcome: 'repeated', revision: 3, position: 3 });
    expect(await store.readStream(tenant, stream)).toHaveLength(3);
  });

  it('reads on from the beginning when the line is cut in the middle of a stream, or of a page', async () => {
    const events = Array.from({ length: 20 }, () => note());
    await append('any', events);
    double.fail('read', { cutAfter: 7 });
    expect(ids(await store.readStream(tenant, stream))).toEqual(ids(events));
    double.fail('follow', { cutAfter: 7 });
    expect(ids((await store.readAll(0, { tenant })).events)).toEqual(ids(events));
  });

  it('goes on bringing events to a follower whose subscriptions are refused for a while', async () => {
    const stop = new AbortController();
    const following = collected(store.subscribe(0, { tenant }, stop.signal), (events) => events.length >= 2);
    const first = await appendNote(store, tenant, stream);
    double.fail('follow', refusals.unavailable, 5);
    double.cut();
    const second = await appendNote(store, tenant, stream);
    expect(ids(await following)).toEqual([first.id, second.id]);
    stop.abort();
  });

  it.each([
    ['while it waits', null],
    ['while nobody answers', refusals.unavailable],
  ])('ends a follower when it is closed, %s', async (_, fault) => {
    const other = await opened();
    const following = collected(other.subscribe(0, { tenant }, new AbortController().signal), () => false);
    if (fault) double.fail('follow', fault, Infinity);
    double.cut();
    await pause(100);
    await other.close();
    expect(await following).toEqual([]);
  });

  it('tells a follower what will not pass', async () => {
    double.fail('follow', refusals.denied, Infinity);
    const following = collected(store.subscribe(0, { tenant }, new AbortController().signal), () => false);
    await expect(following).rejects.toMatchObject({ code: 'permission' });
  });

  it('goes to the leader that a node names', async () => {
    const leader = await eventStoreDbDouble(double.log);
    ends.push(leader.close);
    for (const kind of ['append', 'read', 'follow'] as const) double.fail(kind, refusals.notLeader('127.0.0.1', leader.port), Infinity);
    expect(await append()).toMatchObject({ outcome: 'appended' });
    expect((await store.readAll(0, { tenant })).events).toHaveLength(1);
  });

  it('names the leader that nobody can go to', async () => {
    double.fail('append', refusals.notLeader('127.0.0.1', double.port), Infinity);
    await expect(append()).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining(`is not the leader of its cluster, which is at 127.0.0.1:${double.port}`) });
  });

  it('looks again when the server has seen another revision, and appends there', async () => {
    await append();
    double.fail('append', 'wrong-revision');
    expect(await append(1)).toMatchObject({ outcome: 'appended', revision: 2 });
    double.fail('append', 'wrong-revision');
    expect(await append('any')).toMatchObject({ outcome: 'appended', revision: 3 });
  });

  it.each([
    ['whom the server does not let in', refusals.denied, 'permission', /refuses this user onmaru[.]case[.]demo[/]case-1: it belongs to another service/],
    ['who sends more than it takes', refusals.tooLarge(1_048_576), 'invalid-append', /takes at most 1048576 bytes at once[.] Raise its MaxAppendSize/],
  ] as const)('tells one %s what to do', async (_, fault, code, says) => {
    double.fail('append', fault);
    await expect(append()).rejects.toMatchObject({ name: 'LogError', code, message: expect.stringMatching(says) });
    expect(double.log.records.filter((record) => record.stream === stored)).toEqual([]);
  });

  it.each([
    ['a stream was deleted', () => double.log.tombstone(stored), /case-1 was deleted at EventStoreDB.*Restore the server from a backup/],
    ['a stream has lost its beginning', () => double.log.truncate(stored, 1), /Event 0 of onmaru[.]case[.]demo[/]case-1 is gone/],
    ['the end of the log is gone, as after a restore', () => double.log.forgetLast(), /does not hold any more what it held before: event 2 of/],
  ])('does not go on as if nothing were when %s', async (_, damage, says) => {
    await append('any', [note(), note()]);
    damage();
    const asked = async () => [await store.readStream(tenant, stream), await store.head()];
    await expect(asked()).rejects.toMatchObject({ name: 'LogError', code: 'damaged-log', message: expect.stringMatching(says) });
  });

  it('does not take for its own what another program wrote among its streams', async () => {
    double.log.append('onmaru.case.demo/case-9', -1, [{ id: randomUUID(), type: 'tests.NoteTaken.v1', contentType: 'application/json', metadata: Buffer.from('{}'), data: Buffer.from('{}') }]);
    await expect(store.head()).rejects.toMatchObject({ code: 'damaged-log', message: expect.stringContaining('was not written by Onmaru') });
  });

  it('takes nothing any more when it was closed', async () => {
    const closed = await opened();
    await closed.close();
    await expect(append('any', [note()], closed)).rejects.toMatchObject({ code: 'closed' });
    await expect(closed.head()).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('The address of an EventStoreDB', () => {
  it.each(['postgres://user:secret@host/db', 'host:2113', ''])('is refused without being repeated when it is none: %s', async (text) => {
    const refused = await eventStoreDb({ connection: text }).catch((error: Error) => error.message);
    expect(refused).toContain('begins with esdb://');
    expect(refused).not.toContain('secret');
  });

  it('is said to be wrong where it is, without being repeated', async () => {
    const refused = await eventStoreDb({ connection: 'esdb://kim:secret@host:2113?tls=perhaps' }).catch((error: Error) => error.message);
    expect(refused).toMatch(/^The address of EventStoreDB is wrong at letter 32, expected true or false/);
    expect(refused).not.toContain('secret');
  });

  it('may name a KurrentDB', async () => {
    const double = await eventStoreDbDouble();
    const store = await eventStoreDb({ connection: double.connection.replace('esdb:', 'kurrentdb:') });
    expect(await store.head()).toBe(0);
    await store.close();
    await double.close();
  });

  it('is of no use without the client, which is named', async () => {
    const absent = () => Promise.reject(new Error('Cannot find package'));
    await expect(connected('esdb://127.0.0.1:1?tls=false', 1000, absent)).rejects.toThrow('npm install @eventstore/db-client@6.2.1');
  });
});
