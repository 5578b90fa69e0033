import { gathered } from './gathered.js';
import { LogError } from './log-error.js';

/** Doubles numbers, batch by batch, each when it is let go. */
const doubling = (lanes = 1) => {
  const batches: (readonly number[])[] = [];
  const gates: (() => void)[] = [];
  const ask = gathered(async (numbers: readonly number[]) => {
    batches.push(numbers);
    await new Promise<void>((resolve) => gates.push(resolve));
    return numbers.map((number) => number * 2);
  }, lanes);
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  return { ask, batches, turn, next: () => gates.shift()?.() };
};

describe('Questions that are gathered', () => {
  it('are put together when they are asked at once, and each gets its own answer', async () => {
    const { ask, batches, turn, next } = doubling();
    const answers = Promise.all([1, 2, 3].map(ask));
    await turn();
    next();
    expect(await answers).toEqual([2, 4, 6]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('wait for the next batch while one is under way, so that no answer is older than its question', async () => {
    const { ask, batches, turn, next } = doubling();
    const first = ask(1);
    await turn();
    const later = Promise.all([2, 3].map(ask));
    await turn();
    expect(batches).toEqual([[1]]);
    next();
    expect(await first).toBe(2);
    await turn();
    next();
    expect(await later).toEqual([4, 6]);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('go ahead side by side on several lanes', async () => {
    const { ask, batches, turn, next } = doubling(2);
    const first = ask(1);
    await turn();
    const second = ask(2);
    await turn();
    expect(batches).toEqual([[1], [2]]);
    next();
    next();
    expect([await first, await second]).toEqual([2, 4]);
  });

  it('fail alone when one of them cannot be answered', async () => {
    const ask = gathered((numbers: readonly number[]) => (numbers.includes(13) ? Promise.reject(new Error('unlucky')) : Promise.resolve(numbers)));
    const outcomes = await Promise.allSettled([1, 13, 2].map(ask));
    expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as Error).message))).toEqual([1, 'unlucky', 2]);
  });

  it('fail together, and are not asked again, when the log cannot be reached', async () => {
    let asked = 0;
    const ask = gathered((): Promise<readonly number[]> => {
      asked += 1;
      return Promise.reject(new LogError('unavailable', 'away'));
    });
    const outcomes = await Promise.allSettled([1, 2].map(ask));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(asked).toBe(1);
  });
});
