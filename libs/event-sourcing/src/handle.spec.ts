import { randomUUID } from 'node:crypto';
import { objections, refusals, type Command, type Decider, type Decision } from './decider.js';
import type { EventStore } from './event-store.js';
import type { Event } from './event.js';
import type { EventTypes } from './event-types.js';
import { commandHandler } from './handle.js';
import { inMemoryEventStore } from './in-memory.js';

type Stamped = Event<'Stamped', { n: number }>;
type Add = Command<'Add', { n: number }>;
type Code = 'too-much' | 'after-hours';
const refuse = refusals<Code>();
const objectTo = objections<Code>();

/** A card takes stamps up to ten, each number once, and after hours only as history. */
const decide = ({ at, data: { n } }: Add, stamps: readonly number[]): Decision<Stamped, Code> => {
  if (stamps.includes(n)) return [];
  if (stamps.length >= 10) return refuse('too-much');
  const stamped: Stamped = { type: 'Stamped', occurredAt: at, data: { n } };
  return at > '2026-03-01T18' ? objectTo('after-hours', stamped) : [stamped];
};
const card: Decider<readonly number[], Add, Stamped, Code> = { initialState: [], evolve: (stamps, { data }) => [...stamps, data.n], decide };
const types: EventTypes<Stamped> = { context: 'tests', types: { Stamped: { version: 1 } } };

const now = '2026-03-01T09:00:00.000Z';
const add = (n: number, at = now): Add => ({ type: 'Add', at, data: { n } });
const context = (commandId: string = randomUUID(), commandHash?: string) =>
  ({ tenant: 'demo', actor: { kind: 'staff', id: 'kim' }, commandId, correlationId: 'c', ...(commandHash && { commandHash }) }) as const;

const setUp = (change: (store: EventStore) => Partial<EventStore> = () => ({})) => {
  const plain = inMemoryEventStore({ clock: { now: () => now } });
  const store = { ...plain, ...change(plain) };
  return { plain, ...commandHandler({ store, decider: card, types, category: 'card', newId: randomUUID }) };
};

/** Others who change the stream between loading and appending, `times` times. */
const meddled = (times: number) => (store: EventStore): Partial<EventStore> => {
  let left = times;
  return {
    append: async (append) => {
      if (left-- > 0) {
        const events = append.events.map((event) => ({ ...event, id: randomUUID(), commandId: randomUUID(), data: { n: 100 + left } }));
        await store.append({ ...append, expected: 'any', events: events.slice(0, 1) });
      }
      return store.append(append);
    },
  };
};

describe('A command', () => {
  it('is answered with its events as the log has them', async () => {
    const { handle, plain } = setUp();
    const [one, two] = [await handle(context(), '1', add(1)), await handle(context(), '1', add(2))];
    expect(one).toMatchObject({ outcome: 'appended', revision: 1, position: 1 });
    expect(two).toEqual({ outcome: 'appended', revision: 2, position: 2, history: await plain.readStream('demo', 'card-1') });
  });

  it('changes nothing where nothing needs to change', async () => {
    const { handle } = setUp();
    await handle(context(), '1', add(1));
    expect(await handle(context(), '1', add(1))).toMatchObject({ outcome: 'unchanged', revision: 1, position: 1 });
  });

  it('is refused for the reason that the rules give', async () => {
    const { handle, plain } = setUp();
    for (let n = 0; n < 10; n += 1) await handle(context(), '1', add(n));
    expect(await handle(context(), '1', add(10))).toEqual({ outcome: 'refused', refused: 'too-much' });
    expect(await plain.head()).toBe(10);
  });

  it('is refused against policy, and recorded as outside policy when it is history', async () => {
    const { handle } = setUp();
    const late = '2026-03-01T20:00:00.000Z';
    expect(await handle(context(), '1', add(1, late))).toEqual({ outcome: 'refused', refused: 'after-hours' });
    const history = await handle(context(), '1', { ...add(1, late), history: true });
    expect(history).toMatchObject({ outcome: 'appended', history: [{ data: { n: 1, outsidePolicy: 'after-hours' } }] });
  });

  it('that is repeated is answered with what it left the first time', async () => {
    const { handle } = setUp();
    const first = await handle(context('same'), '1', add(1));
    await handle(context(), '1', add(2));
    expect(await handle(context('same'), '1', add(3))).toEqual({ ...first, outcome: 'repeated' });
  });

  it('that is repeated with another body is told so', async () => {
    const { handle } = setUp();
    await handle(context('same', 'one'), '1', add(1));
    expect(await handle(context('same', 'two'), '1', add(1))).toEqual({ outcome: 'command-reused' });
    expect(await handle(context('same', 'one'), '1', add(1))).toMatchObject({ outcome: 'repeated' });
  });

  it('that was meant for an earlier revision is told what has happened since', async () => {
    const { handle, plain } = setUp();
    await handle(context(), '1', add(1));
    await handle(context(), '1', add(2));
    expect(await handle(context(), '1', add(3), 1)).toEqual({ outcome: 'stale', revision: 2, since: (await plain.readStream('demo', 'card-1')).slice(1) });
    expect(await handle(context(), '1', add(3), 2)).toMatchObject({ outcome: 'appended' });
  });

  it('is repeated rather than stale when it was carried out already', async () => {
    const { handle } = setUp();
    await handle(context('same'), '1', add(1), 0);
    expect(await handle(context('same'), '1', add(1), 0)).toMatchObject({ outcome: 'repeated' });
  });

  it('is decided again on what others did meanwhile', async () => {
    const { handle } = setUp(meddled(3));
    expect(await handle(context(), '1', add(1))).toMatchObject({ outcome: 'appended', revision: 4 });
  });

  it('gives up politely when others never stop', async () => {
    expect(await setUp(meddled(1000)).handle(context(), '1', add(1))).toEqual({ outcome: 'busy' });
  });

  it('waits for those before it, so that a hundred on one stream all come through', async () => {
    const store = inMemoryEventStore({ clock: { now: () => now } });
    const endless = { ...card, decide: ({ at, data }: Add) => [{ type: 'Stamped' as const, occurredAt: at, data: { n: data.n } }] };
    const { handle } = commandHandler({ store, decider: endless, types, category: 'card', newId: randomUUID });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => handle(context(), '1', add(n))));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['appended']));
  });

  it('that fails does not stop the next one', async () => {
    let failures = 1;
    const { handle } = setUp((store) => ({ append: (append) => (failures-- > 0 ? Promise.reject(new Error('away')) : store.append(append)) }));
    const [one, two] = await Promise.allSettled([handle(context(), '1', add(1)), handle(context(), '1', add(2))]);
    expect([one.status, two.status]).toEqual(['rejected', 'fulfilled']);
  });

  it('is not carried out on a stream with an event that nobody knows', async () => {
    const { handle, plain } = setUp();
    const strange = { ...context(), id: randomUUID(), type: 'tests.Burnt.v1', occurredAt: now, data: {} };
    await plain.append({ tenant: 'demo', stream: 'card-1', expected: 'none', events: [strange] });
    await expect(handle(context(), '1', add(1))).rejects.toThrow('tests does not know tests.Burnt.v1');
  });
});

describe('Several commands for one stream', () => {
  const requests = (...ids: string[]) => ids.map((id, n) => ({ context: context(id), command: add(n) }));

  it('are decided in order and appended together', async () => {
    const appends: number[] = [];
    const { handleMany, plain } = setUp((store) => ({ append: (append) => (appends.push(append.events.length), store.append(append)) }));
    const outcomes = await handleMany('demo', '1', [...requests('a', 'b', 'c'), { context: context('d'), command: add(1) }]);
    expect(outcomes).toEqual([
      { outcome: 'appended', events: 1, position: 1 },
      { outcome: 'appended', events: 1, position: 2 },
      { outcome: 'appended', events: 1, position: 3 },
      { outcome: 'unchanged', events: 0 },
    ]);
    expect(appends).toEqual([3]);
    expect((await plain.readStream('demo', 'card-1')).map(({ commandId }) => commandId)).toEqual(['a', 'b', 'c']);
  });

  it('do not hurt each other when one is refused', async () => {
    const { handleMany } = setUp();
    const outcomes = await handleMany('demo', '1', [{ context: context(), command: add(1, '2026-03-01T20:00:00.000Z') }, ...requests('b')]);
    expect(outcomes).toEqual([{ outcome: 'refused', refused: 'after-hours', events: 0 }, { outcome: 'appended', events: 1, position: 1 }]);
  });

  it('are repeats up to the last one that the stream holds, also those that changed nothing then', async () => {
    const { handleMany } = setUp();
    const all = [{ context: context('x'), command: add(1, '2026-03-01T20:00:00.000Z') }, ...requests('a', 'b')];
    await handleMany('demo', '1', all);
    expect(await handleMany('demo', '1', [...all, { context: context('c'), command: add(7) }])).toEqual([
      { outcome: 'repeated', events: 0 },
      { outcome: 'repeated', events: 0, position: 1 },
      { outcome: 'repeated', events: 0, position: 2 },
      { outcome: 'appended', events: 1, position: 3 },
    ]);
  });

  it('are taken once each when the list itself holds one twice', async () => {
    const { handleMany, plain } = setUp();
    const twice = { context: context('a', 'one'), command: add(1) };
    const outcomes = await handleMany('demo', '1', [twice, twice, { context: context('a', 'two'), command: add(2) }]);
    expect(outcomes.map(({ outcome, refused }) => refused ?? outcome)).toEqual(['appended', 'repeated', 'command-reused']);
    expect(await plain.head()).toBe(1);
  });

  it('are decided again on what others did meanwhile', async () => {
    const { handleMany } = setUp(meddled(2));
    expect(await handleMany('demo', '1', requests('a', 'b'))).toMatchObject([{ position: 3 }, { position: 4 }]);
  });

  it('give up together when others never stop', async () => {
    await expect(setUp(meddled(1000)).handleMany('demo', '1', requests('a'))).rejects.toMatchObject({ code: 'busy' });
  });
});
