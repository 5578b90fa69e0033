import { progress } from './progress.js';

describe('Waiting for a position', () => {
  it('is over at once when it has been reached', async () => {
    const reached = progress(['a', 'b']);
    reached.set('a', 5);
    reached.set('b', 7);
    expect(await reached.waitFor(5, 0)).toBe(true);
    expect(reached.lowest()).toBe(5);
  });

  it('lasts until the slowest has reached it', async () => {
    const reached = progress(['a', 'b']);
    reached.set('a', 5);
    const waiting = reached.waitFor(5, 1000);
    reached.set('b', 4);
    reached.set('b', 6);
    expect(await waiting).toBe(true);
  });

  it('can be for one of them alone', async () => {
    const reached = progress(['a', 'b']);
    const waiting = reached.waitFor(5, 1000, 'a');
    reached.set('a', 5);
    expect(await waiting).toBe(true);
    expect(() => reached.waitFor(1, 0, 'c')).toThrow('nobody called c follows the log here');
  });

  it('ends without success when patience does, or when the following stops', async () => {
    const reached = progress(['a']);
    expect(await reached.waitFor(1, 5)).toBe(false);
    const waiting = reached.waitFor(1, 60_000);
    reached.end();
    expect(await waiting).toBe(false);
  });
});

describe('Resting between pages', () => {
  const never = new AbortController().signal;
  const restsFor = async (resting: Promise<void>): Promise<number> => {
    const began = performance.now();
    await resting;
    return performance.now() - began;
  };

  it('lasts as long as it is told to while nobody waits', async () => {
    expect(await restsFor(progress(['a']).rest(30, never))).toBeGreaterThan(25);
  });

  it('ends as soon as somebody waits, and does not begin while somebody does', async () => {
    const reached = progress(['a']);
    const resting = restsFor(reached.rest(60_000, never));
    const waiting = reached.waitFor(1, 60_000);
    expect(await resting).toBeLessThan(1000);
    expect(await restsFor(reached.rest(60_000, never))).toBeLessThan(1000);
    reached.set('a', 1);
    expect(await waiting).toBe(true);
  });

  it('ends when the following stops', async () => {
    const stop = new AbortController();
    const resting = restsFor(progress(['a']).rest(60_000, stop.signal));
    stop.abort();
    expect(await resting).toBeLessThan(1000);
  });
});
