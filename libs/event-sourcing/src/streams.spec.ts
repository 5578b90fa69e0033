import { randomUUID } from 'node:crypto';
import { add, context, meddled, now, setUp } from './contract/stamp-card.js';
import type { EventStore } from './event-store.js';

describe('A command', () => {
  it('is answered with its events as the log has them', async () => {
    const { streams, plain } = setUp();
    const [one, two] = [await streams.handle(context(), '1', add(1)), await streams.handle(context(), '1', add(2))];
    expect(one).toMatchObject({ outcome: 'appended', revision: 1, position: 1 });
    expect(two).toEqual({ outcome: 'appended', revision: 2, position: 2, history: await plain.readStream('demo', 'card-1') });
  });

  it('changes nothing where nothing needs to change', async () => {
    const { streams } = setUp();
    await streams.handle(context(), '1', add(1));
    expect(await streams.handle(context(), '1', add(1))).toMatchObject({ outcome: 'unchanged', revision: 1, position: 1 });
  });

  it('is refused for the reason that the rules give', async () => {
    const { streams, plain } = setUp();
    for (let n = 0; n < 10; n += 1) await streams.handle(context(), '1', add(n));
    expect(await streams.handle(context(), '1', add(10))).toEqual({ outcome: 'refused', refused: 'too-much' });
    expect(await plain.head()).toBe(10);
  });

  it('is refused against policy', async () => {
    const { streams } = setUp();
    expect(await streams.handle(context(), '1', add(1, '2026-03-01T20:00:00.000Z'))).toEqual({ outcome: 'refused', refused: 'after-hours' });
  });

  it('is decided at the moment at which it is asked for', async () => {
    const { streams } = setUp();
    const done = await streams.handle(context(), '1', (stamps, at) => add(1, at)(stamps));
    expect(done).toMatchObject({ outcome: 'appended', history: [{ occurredAt: now }] });
  });

  it('may have its rule prepared while the stream is loaded', async () => {
    const { streams } = setUp();
    expect(await streams.handle(context(), '1', Promise.resolve(add(1)))).toMatchObject({ outcome: 'appended' });
    await expect(streams.handle(context(), '1', Promise.reject(new Error('no policies')))).rejects.toThrow('no policies');
  });

  it('that is repeated is answered with what it left the first time', async () => {
    const { streams } = setUp();
    const first = await streams.handle(context('same'), '1', add(1));
    await streams.handle(context(), '1', add(2));
    expect(await streams.handle(context('same'), '1', add(3))).toEqual({ ...first, outcome: 'repeated' });
  });

  it('that is repeated with another body is told so', async () => {
    const { streams } = setUp();
    await streams.handle(context('same', 'one'), '1', add(1));
    expect(await streams.handle(context('same', 'two'), '1', add(1))).toEqual({ outcome: 'command-reused' });
    expect(await streams.handle(context('same', 'one'), '1', add(1))).toMatchObject({ outcome: 'repeated' });
  });

  it('that was meant for an earlier revision is told what has happened since', async () => {
    const { streams, plain } = setUp();
    await streams.handle(context(), '1', add(1));
    await streams.handle(context(), '1', add(2));
    expect(await streams.handle(context(), '1', add(3), 1)).toEqual({ outcome: 'stale', revision: 2, since: (await plain.readStream('demo', 'card-1')).slice(1) });
    expect(await streams.handle(context(), '1', add(3), 2)).toMatchObject({ outcome: 'appended' });
  });

  it('is repeated rather than stale when it was carried out already', async () => {
    const { streams } = setUp();
    await streams.handle(context('same'), '1', add(1), 0);
    expect(await streams.handle(context('same'), '1', add(1), 0)).toMatchObject({ outcome: 'repeated' });
  });

  it('is decided again on what others did meanwhile', async () => {
    const { streams } = setUp(meddled(3));
    expect(await streams.handle(context(), '1', add(1))).toMatchObject({ outcome: 'appended', revision: 4 });
  });

  it('gives up politely when others never stop', async () => {
    expect(await setUp(meddled(1000)).streams.handle(context(), '1', add(1))).toEqual({ outcome: 'busy' });
  });

  it('waits for those before it, so that a hundred on one stream all come through', async () => {
    const { streams } = setUp();
    const endless = (n: number) => () => [{ type: 'Stamped' as const, occurredAt: now, data: { n } }];
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => streams.handle(context(), '1', endless(n))));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['appended']));
  });

  it('that fails does not stop the next one', async () => {
    let failures = 1;
    const { streams } = setUp((store) => ({ append: (append) => (failures-- > 0 ? Promise.reject(new Error('away')) : store.append(append)) }));
    const [one, two] = await Promise.allSettled([streams.handle(context(), '1', add(1)), streams.handle(context(), '1', add(2))]);
    expect([one.status, two.status]).toEqual(['rejected', 'fulfilled']);
  });

  it('is not carried out on a stream with an event that nobody knows', async () => {
    const { streams, plain } = setUp();
    const strange = { ...context(), id: randomUUID(), type: 'tests.Burnt.v1', occurredAt: now, data: {} };
    await plain.append({ tenant: 'demo', stream: 'card-1', expected: 'none', events: [strange] });
    await expect(streams.handle(context(), '1', add(1))).rejects.toThrow('tests does not know tests.Burnt.v1');
  });
});

describe('A command to a stream that a command before it has loaded', () => {
  const watched = () => {
    const after: (number | undefined)[] = [];
    const reading = (store: EventStore): Partial<EventStore> => ({
      readStream: (tenant, stream, revision) => {
        after.push(revision);
        return store.readStream(tenant, stream, revision);
      },
    });
    return { ...setUp(reading), after };
  };

  it('is decided on that without another look: the log says whether it still is so', async () => {
    const { streams, after } = watched();
    for (let n = 1; n <= 3; n += 1) await streams.handle(context(), '1', add(n));
    expect(after).toEqual([0]);
  });

  it('reads only what came after it, where it would change nothing or another process was faster', async () => {
    const { streams, beside, after } = watched();
    await streams.handle(context(), '1', add(1));
    expect(await streams.handle(context(), '1', add(1))).toMatchObject({ outcome: 'unchanged', revision: 1 });
    await beside().handle(context(), '1', add(2));
    after.splice(0);
    expect(await streams.handle(context(), '1', add(3))).toMatchObject({ outcome: 'appended', revision: 3, history: { length: 3 } });
    expect(after).toEqual([1]);
  });

  it('that was meant for a revision is carried out on that or not at all', async () => {
    const { streams, beside } = setUp();
    await streams.handle(context(), '1', add(1));
    expect(await streams.handle(context(), '1', add(2), 1)).toMatchObject({ outcome: 'appended', revision: 2 });
    await beside().handle(context(), '1', add(3));
    expect(await streams.handle(context(), '1', add(4), 2)).toMatchObject({ outcome: 'stale', revision: 3, since: { length: 1 } });
    expect(await streams.handle(context(), '1', add(4), 3)).toMatchObject({ outcome: 'appended', revision: 4 });
  });

  it('is decided on what another process has done to it since', async () => {
    const { streams, beside, plain } = setUp();
    await streams.handle(context(), '1', add(1));
    await beside().handle(context(), '1', add(2));
    expect(await streams.handle(context(), '1', add(2))).toMatchObject({ outcome: 'unchanged', revision: 2 });
    expect(await streams.handle(context(), '1', add(3))).toEqual({ outcome: 'appended', revision: 3, position: 3, history: await plain.readStream('demo', 'card-1') });
  });

  it('is decided again when another process is faster', async () => {
    const { streams } = setUp(meddled(2));
    await streams.handle(context(), '1', add(1));
    expect(await streams.handle(context(), '1', add(2))).toMatchObject({ outcome: 'appended', revision: 4, history: { length: 4 } });
  });

  it('knows its own repeat, also of one that another process carried out', async () => {
    const { streams, beside } = setUp();
    await streams.handle(context(), '1', add(1));
    const first = await beside().handle(context('same'), '1', add(2));
    expect(await streams.handle(context('same'), '1', add(2))).toEqual({ ...first, outcome: 'repeated' });
  });

  it('is not decided on what a command left that the log did not take', async () => {
    let failures = 1;
    const { streams } = setUp((store) => ({ append: (append) => (failures-- > 0 ? Promise.reject(new Error('away')) : store.append(append)) }));
    await expect(streams.handle(context(), '1', add(1))).rejects.toThrow('away');
    expect(await streams.handle(context(), '1', add(1))).toMatchObject({ outcome: 'appended', revision: 1 });
  });
});

describe('A command that creates a stream', () => {
  const unread = (store: EventStore): Partial<EventStore> => ({ readStream: (...asked) => (reads.push(asked), store.readStream(...asked)) });
  const reads: unknown[] = [];
  beforeEach(() => void reads.splice(0));

  it('does not look for what is not there', async () => {
    const { streams, plain } = setUp(unread);
    const created = await streams.create(context(), '1', add(1));
    expect(reads).toEqual([]);
    expect(created).toEqual({ outcome: 'appended', revision: 1, position: 1, history: await plain.readStream('demo', 'card-1') });
  });

  it('is answered as the first time when it is repeated', async () => {
    const { streams } = setUp();
    const first = await streams.create(context('same', 'one'), '1', add(1));
    expect(await streams.create(context('same', 'one'), '1', add(1))).toEqual({ ...first, outcome: 'repeated' });
    expect(await streams.create(context('same', 'two'), '1', add(1))).toEqual({ outcome: 'command-reused' });
  });

  it('is decided on the stream when it is there, and refused or changes nothing only then', async () => {
    const { streams, beside } = setUp();
    for (let n = 1; n <= 9; n += 1) await beside().handle(context(), '1', add(n));
    expect(await streams.create(context(), '1', add(1))).toMatchObject({ outcome: 'unchanged', revision: 9 });
    expect(await streams.create(context(), '1', add(10))).toMatchObject({ outcome: 'appended', revision: 10 });
    expect(await streams.create(context(), '1', add(11))).toEqual({ outcome: 'refused', refused: 'too-much' });
  });

  it('that was meant for a revision is carried out on that or not at all', async () => {
    const { streams } = setUp();
    expect(await streams.create(context(), '1', add(1), 3)).toEqual({ outcome: 'stale', since: [], revision: 0 });
  });
});
