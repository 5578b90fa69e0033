import type { Aggregate } from './aggregate.js';
import { lap, lapped, laps, lapsWithout, type Lapped } from './contract/lap-counter.js';
import { context, now } from './contract/stamp-card.js';
import { Streams } from './streams.js';

const state = (sum: number, last = `runner ${sum}`) => ({ sum, last });

describe('A stream that has grown long', () => {
  it('has a snapshot once it has two hundred events, and a newer one when two hundred more have come', async () => {
    const { program, snapshot } = await lapped(198);
    const streams = program();
    const kept: (number | undefined)[] = [];
    for (const n of [199, 200, 201]) {
      await streams.handleToState(context(), '1', lap(`runner ${n}`));
      kept.push((await snapshot())?.revision);
    }
    expect(kept).toEqual([undefined, 200, 200]);
    for (let n = 202; n <= 400; n += 1) await streams.handleToState(context(), '1', lap(`runner ${n}`));
    expect(await snapshot()).toMatchObject({ shape: 1, revision: 400, state: JSON.stringify(state(400)) });
  });

  it('has one as soon as it is loaded, where it was long before anybody kept one', async () => {
    const { program, snapshot } = await lapped(1000);
    expect(await program().handleToState(context(), '1', lap('nobody'))).toMatchObject({ refused: 'nobody' });
    expect(await snapshot()).toMatchObject({ revision: 1000 });
  });

  it('is loaded from its snapshot and what came after that', async () => {
    const { program, reads } = await lapped(300);
    await program().handleToState(context(), '1', lap('ada'));
    await program().handleToState(context(), '1', lap('ben'));
    reads.splice(0);
    expect(await program().handleToState(context(), '1', lap('eve'))).toEqual({ outcome: 'appended', revision: 303, position: 303, state: state(303, 'eve') });
    expect(await program().current('demo', '1')).toEqual(state(303, 'eve'));
    expect(reads).toEqual([299, 299]);
  });

  it('is loaded whole when its snapshot is of another shape, which is replaced', async () => {
    const { program, reads, snapshot } = await lapped(300);
    await program().handleToState(context(), '1', lap('ada'));
    reads.splice(0);
    const newer = program({ ...laps, snapshots: { shape: 2 } });
    expect(await newer.handleToState(context(), '1', lap('ben'))).toMatchObject({ outcome: 'appended', state: state(302, 'ben') });
    expect(reads).toEqual([0]);
    expect(await snapshot()).toMatchObject({ shape: 2, revision: 301 });
  });

  it('is loaded whole when its snapshot is of events that the log does not hold, which is replaced', async () => {
    const { plain, program, snapshot } = await lapped(300);
    const [other] = await plain.readStream('demo', 'laps-1', 299);
    for (const [revision, eventId] of [[500, other!.id], [250, other!.id]] as const) {
      await plain.keepSnapshot({ tenant: 'demo', stream: 'laps-1', shape: 1, revision, eventId, state: '{"sum":7,"last":"ada"}' });
      expect(await program().current('demo', '1')).toEqual(state(300));
      await program().handleToState(context(), '1', lap('runner 300'));
      expect(await snapshot()).toMatchObject({ revision: 300, eventId: other!.id, state: JSON.stringify(state(300)) });
    }
  });

  it('has none where its aggregate does not say so', async () => {
    const { program, snapshot } = await lapped(300, lapsWithout);
    await program().handle(context(), '1', lap('ada'));
    expect(await snapshot()).toBeNull();
  });
});

describe('A snapshot that cannot be kept', () => {
  const failing = { keepSnapshot: () => Promise.reject(new Error('the disk is full')) };

  it('is told to the operator, and to nobody who gave a command', async () => {
    const { program, troubles } = await lapped(300, laps, () => failing);
    expect(await program().handle(context(), '1', lap('ada'))).toMatchObject({ outcome: 'appended', revision: 301 });
    expect(troubles).toEqual([{ err: new Error('the disk is full'), tenant: 'demo', stream: 'laps-1', revision: 300 }]);
  });

  it('does not keep a command waiting', async () => {
    const { program } = await lapped(300, laps, () => ({ keepSnapshot: () => new Promise(() => undefined) }));
    expect(await program().handle(context(), '1', lap('ada'))).toMatchObject({ outcome: 'appended', revision: 301 });
  });

  const noNumber = { ...laps, evolve: () => ({ sum: NaN, last: null }) };
  const set: Aggregate<ReadonlySet<string>, Lapped> = {
    ...{ ...lapsWithout, initialState: new Set(), evolve: (names: ReadonlySet<string>, { data }: Lapped) => new Set([...names, data.by]) },
    // @ts-expect-error A set is already refused by the compiler, as moments as objects are, and what may be undefined.
    snapshots: { shape: 1 },
  };
  it.each([{ as: 'no number', counting: noNumber }, { as: 'a set', counting: set as unknown as typeof laps }])('is one that JSON would bring back as something else: $as', async ({ counting }) => {
    const { program, snapshot, troubles } = await lapped(300, counting);
    expect(await program().handleToState(context(), '1', lap('ada'))).toMatchObject({ outcome: 'appended' });
    expect(await snapshot()).toBeNull();
    expect(troubles).toMatchObject([{ err: { message: 'What laps-1 adds up to does not come back from JSON as it is' } }]);
  });
});

describe('Streams with snapshots', () => {
  it('cannot hold events with personal fields', async () => {
    const { program } = await lapped(0);
    const named = { ...laps, events: { context: 'tests', types: { Lapped: { version: 1, personal: ['by'] } } } };
    expect(() => program(named)).toThrow('Streams of laps cannot have snapshots: Lapped has personal fields, and an erasure does not reach a snapshot');
  });

  it('cannot be where nobody hears of what goes wrong', async () => {
    const { plain } = await lapped(0);
    expect(() => new Streams(laps, { log: plain, clock: { now: () => now }, newId: () => '' })).toThrow('nobody would hear of one that could not be kept');
  });
});
