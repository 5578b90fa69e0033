import { add, context, meddled, setUp } from './contract/stamp-card.js';

describe('Several commands for one stream', () => {
  const requests = (...ids: string[]) => ids.map((id, n) => ({ context: context(id), decide: add(n) }));

  it('are decided in order and appended together', async () => {
    const appends: number[] = [];
    const { streams, plain } = setUp((store) => ({ append: (append) => (appends.push(append.events.length), store.append(append)) }));
    const outcomes = await streams.handleMany('demo', '1', [...requests('a', 'b', 'c'), { context: context('d'), decide: add(1) }]);
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
    const { streams } = setUp();
    const outcomes = await streams.handleMany('demo', '1', [{ context: context(), decide: add(1, '2026-03-01T20:00:00.000Z') }, ...requests('b')]);
    expect(outcomes).toEqual([{ outcome: 'refused', refused: 'after-hours', events: 0 }, { outcome: 'appended', events: 1, position: 1 }]);
  });

  it('pass what policy objects to, marked, where another system recorded them', async () => {
    const { streams, plain } = setUp();
    const late = { context: context(), decide: add(1, '2026-03-01T20:00:00.000Z'), recorded: true };
    expect(await streams.handleMany('demo', '1', [late])).toMatchObject([{ outcome: 'appended' }]);
    expect(await plain.readStream('demo', 'card-1')).toMatchObject([{ data: { n: 1, outsidePolicy: 'after-hours' } }]);
  });

  it('are repeats up to the last one that the stream holds, also those that changed nothing then', async () => {
    const { streams } = setUp();
    const all = [{ context: context('x'), decide: add(1, '2026-03-01T20:00:00.000Z') }, ...requests('a', 'b')];
    await streams.handleMany('demo', '1', all);
    expect(await streams.handleMany('demo', '1', [...all, { context: context('c'), decide: add(7) }])).toEqual([
      { outcome: 'repeated', events: 0 },
      { outcome: 'repeated', events: 0, position: 1 },
      { outcome: 'repeated', events: 0, position: 2 },
      { outcome: 'appended', events: 1, position: 3 },
    ]);
  });

  it('are taken once each when the list itself holds one twice', async () => {
    const { streams, plain } = setUp();
    const twice = { context: context('a', 'one'), decide: add(1) };
    const outcomes = await streams.handleMany('demo', '1', [twice, twice, { context: context('a', 'two'), decide: add(2) }]);
    expect(outcomes.map(({ outcome, refused }) => refused ?? outcome)).toEqual(['appended', 'repeated', 'command-reused']);
    expect(await plain.head()).toBe(1);
  });

  it('are decided again on what others did meanwhile', async () => {
    const { streams } = setUp(meddled(2));
    expect(await streams.handleMany('demo', '1', requests('a', 'b'))).toMatchObject([{ position: 3 }, { position: 4 }]);
  });

  it('do not load a stream that is new', async () => {
    let loads = 0;
    const { streams } = setUp((store) => ({ readStream: (...asked) => ((loads += 1), store.readStream(...asked)) }));
    expect(await streams.handleMany('demo', '1', requests('a', 'b'), true)).toMatchObject([{ position: 1 }, { position: 2 }]);
    expect(loads).toBe(0);
  });

  it('are decided on a stream that was believed to be new and is not', async () => {
    const { streams } = setUp();
    await streams.handleMany('demo', '1', requests('a', 'b'));
    expect(await streams.handleMany('demo', '1', [...requests('a', 'b'), { context: context('c'), decide: add(7) }], true)).toEqual([
      { outcome: 'repeated', events: 0, position: 1 },
      { outcome: 'repeated', events: 0, position: 2 },
      { outcome: 'appended', events: 1, position: 3 },
    ]);
    expect(await streams.handleMany('demo', '1', [{ context: context('d'), decide: add(8) }], true)).toMatchObject([{ position: 4 }]);
    const refused = { context: context('a'), decide: add(1, '2026-03-01T20:00:00.000Z') };
    expect(await streams.handleMany('demo', '1', [refused], true)).toMatchObject([{ outcome: 'repeated', position: 1 }]);
  });

  it('give up together when others never stop', async () => {
    await expect(setUp(meddled(1000)).streams.handleMany('demo', '1', requests('a'))).rejects.toMatchObject({ code: 'busy' });
  });
});
