import fc from 'fast-check';
import { note } from '../contract/log-under-test.js';
import type { Expected } from '../event-store.js';
import { storable } from '../storable.js';
import { appendQueue, streamKey, type Waiting } from './append-queue.js';

const waiting = (stream: string, text = '', expected: Expected = 'any', commandId?: string): Waiting => ({
  storable: storable({ tenant: 'demo', stream: `case-${stream}`, expected, events: [note({ data: { text }, ...(commandId !== undefined && { commandId }) })] }),
  resolve: () => undefined,
  reject: () => undefined,
});

describe('Appends that wait', () => {
  it('go out in order, each stream at most once in a batch', () => {
    const queue = appendQueue();
    const [a1, a2, b1, a3] = [waiting('a'), waiting('a'), waiting('b'), waiting('a')];
    [a1, a2, b1, a3].forEach(queue.add);
    const first = queue.take(10, Infinity);
    expect(first).toEqual([a1, b1]);
    expect(queue.take(10, Infinity)).toEqual([]);
    queue.release(first);
    expect(queue.take(10, Infinity)).toEqual([a2]);
    expect(queue.size()).toBe(1);
  });

  it('go out at once where their stream has left them behind, with the one behind them that it may have waited for', () => {
    const queue = appendQueue();
    const [winner, ...late] = [0, 0, 'none' as const, 0].map((expected) => waiting('a', '', expected)) as [Waiting, ...Waiting[]];
    const [right, after] = [waiting('a', '', 1), waiting('a', '', 1)];
    [winner, ...late, right, after].forEach(queue.add);
    const first = queue.take(10, Infinity);
    expect(first).toEqual([winner]);
    queue.release(first, new Map([[streamKey(winner), 1]]));
    expect(queue.take(2, Infinity)).toEqual(late.slice(0, 2));
    queue.release(late.slice(0, 2));
    expect(queue.take(10, Infinity)).toEqual([late[2], right]);
  });

  it('go out one after the other where the next is the command of one that was left behind', () => {
    const queue = appendQueue();
    const [winner, late, again] = [waiting('a', '', 0), waiting('a', '', 0, 'same'), waiting('a', '', 'exists', 'same')];
    [winner, late, again].forEach(queue.add);
    queue.release(queue.take(10, Infinity), new Map([[streamKey(winner), 1]]));
    expect(queue.take(10, Infinity)).toEqual([late]);
  });

  it('go out in batches of bounded number and size, but at least one at a time', () => {
    const queue = appendQueue();
    ['a', 'b', 'c', 'd'].forEach((stream) => queue.add(waiting(stream, 'x'.repeat(100))));
    expect(queue.take(2, Infinity)).toHaveLength(2);
    expect(queue.take(10, 1)).toHaveLength(1);
  });

  it('all go out once and in the order of their stream, whatever is taken when', () => {
    const steps = fc.array(fc.oneof(fc.record({ add: fc.constantFrom('a', 'b', 'c', 'd') }), fc.record({ take: fc.integer({ min: 1, max: 3 }) }), fc.constant({ release: true })));
    fc.assert(
      fc.property(steps, (plan) => {
        const queue = appendQueue();
        const [added, taken]: [Waiting[], Waiting[]] = [[], []];
        let out: readonly Waiting[][] = [];
        const release = (): void => {
          out.forEach((batch) => queue.release(batch));
          out = [];
        };
        const add = (stream: string): Waiting => {
          const one = waiting(stream);
          queue.add(one);
          return one;
        };
        const take = (n: number): number => {
          const batch = [...queue.take(n, Infinity)];
          const streams = [...out.flat(), ...batch].map((each) => each.storable.stream);
          expect(new Set(streams).size).toBe(streams.length);
          taken.push(...batch);
          out = [...out, batch];
          return batch.length;
        };
        for (const step of plan) {
          if ('add' in step) added.push(add(step.add));
          else if ('take' in step) take(step.take);
          else release();
        }
        for (release(); take(2) > 0; ) release();
        for (const stream of ['a', 'b', 'c', 'd']) {
          const of = (list: readonly Waiting[]): readonly Waiting[] => list.filter((each) => each.storable.stream === `case-${stream}`);
          expect(of(taken)).toEqual(of(added));
        }
        expect(queue.size()).toBe(0);
      }),
    );
  });

  it('can all be taken out at once, and the queue goes on after that', () => {
    const queue = appendQueue();
    const [a1, a2] = [waiting('a'), waiting('a')];
    [a1, a2].forEach(queue.add);
    const under = queue.take(1, Infinity);
    expect(queue.drain()).toEqual([a2]);
    queue.release(under);
    const a3 = waiting('a');
    queue.add(a3);
    expect(queue.take(1, Infinity)).toEqual([a3]);
  });
});
