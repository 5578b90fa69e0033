import { lap, lapped } from './contract/lap-counter.js';
import { context } from './contract/stamp-card.js';

/** A program that has loaded a stream of 300 events from its snapshot, which knows only the last of them. */
const fromSnapshot = async () => {
  const log = await lapped(300);
  await log.program().handleToState(context(), '1', lap('runner 300'));
  return { ...log, streams: log.program(), history: (until?: number) => log.plain.readStream('demo', 'laps-1').then((events) => events.slice(0, until)) };
};

/** Rules that would append, refuse, and find nothing to do. */
const RULES = { append: lap('ada'), refuse: lap('nobody'), 'find nothing to do': lap('runner 300') };
const rules = Object.entries(RULES).map(([would, rule]) => ({ would, rule }));

describe('A command to a stream that was loaded from its snapshot', () => {
  it.each(rules)('is a repeat of one that is older than the snapshot, whatever the rules would say now: $would', async ({ rule }) => {
    const { streams, history } = await fromSnapshot();
    const first = { outcome: 'repeated', revision: 7, position: 7 };
    expect(await streams.handle(context('c7', 'b7'), '1', rule)).toEqual({ ...first, history: await history(7) });
    expect(await streams.handleToState(context('c7', 'b7'), '1', rule)).toEqual({ ...first, state: { sum: 7, last: 'runner 7' } });
    expect(await streams.create(context('c7', 'b7'), '1', rule)).toEqual({ ...first, history: await history(7) });
  });

  it.each(rules)('is told that its id was used for another body before the snapshot, whatever the rules would say now: $would', async ({ rule }) => {
    const { streams } = await fromSnapshot();
    expect(await streams.handle(context('c7', 'another'), '1', rule)).toEqual({ outcome: 'command-reused' });
    expect(await streams.handleToState(context('c7', 'another'), '1', rule)).toEqual({ outcome: 'command-reused' });
  });

  it('is repeated rather than stale when it was carried out before the snapshot', async () => {
    const { streams } = await fromSnapshot();
    expect(await streams.handle(context('c7', 'b7'), '1', lap('ada'), 6)).toMatchObject({ outcome: 'repeated', revision: 7 });
  });

  it('that was meant for a revision before the snapshot is told all that has happened since', async () => {
    const { streams, history } = await fromSnapshot();
    expect(await streams.handle(context(), '1', lap('ada'), 12)).toEqual({ outcome: 'stale', revision: 300, since: (await history()).slice(12) });
    expect(await streams.handle(context(), '1', lap('ada'), 300)).toMatchObject({ outcome: 'appended' });
  });

  it('is answered with the whole history, also where it changed nothing', async () => {
    const { streams, history } = await fromSnapshot();
    expect(await streams.handle(context(), '1', lap('runner 300'))).toEqual({ outcome: 'unchanged', revision: 300, position: 300, history: await history() });
    expect(await streams.handle(context(), '1', lap('ada'))).toEqual({ outcome: 'appended', revision: 301, position: 301, history: await history() });
  });

  it.each(rules)('that asks for what the stream adds up to reads no history that it does not need: $would', async ({ rule }) => {
    const { streams, reads } = await fromSnapshot();
    reads.splice(0);
    await streams.handleToState(context(), '1', rule);
    expect(reads.every((after) => after >= 299)).toBe(true);
    expect(reads[0]).toBe(299);
  });

  it('is among several, some of which are older than the snapshot, as it would be without one', async () => {
    const { streams, plain } = await fromSnapshot();
    const asked = (...ids: string[]) => ids.map((id) => ({ context: context(id), decide: lap('nobody') }));
    await streams.handleToState(context(), '1', lap('ada'));
    expect(await streams.handleMany('demo', '1', [...asked('x', 'c7', 'c300'), { context: context('new'), decide: lap('ben') }, ...asked('y')])).toEqual([
      { outcome: 'repeated', events: 0 },
      { outcome: 'repeated', events: 0, position: 7 },
      { outcome: 'repeated', events: 0, position: 300 },
      { outcome: 'appended', events: 1, position: 302 },
      { outcome: 'refused', refused: 'nobody', events: 0 },
    ]);
    expect(await streams.handleMany('demo', '1', [{ context: context('c8', 'another'), decide: lap('eve') }], true)).toEqual([{ outcome: 'refused', refused: 'command-reused', events: 0 }]);
    expect(await plain.head()).toBe(302);
  });
});
