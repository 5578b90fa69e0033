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
