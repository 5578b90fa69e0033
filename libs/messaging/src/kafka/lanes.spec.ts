import { setTimeout as sleep } from 'node:timers/promises';
import { gate, until } from '../contract/bus-bench.js';
import { lanes } from './lanes.js';

describe('Tasks on lanes', () => {
  const task = (key: string, act: () => Promise<void> | void, isVoid = () => false) => ({ tenant: 'demo', key, isVoid, act: async () => act() });

  it('let others pass while one lane rests after a failure, also where there is room for one alone', async () => {
    const keeper = lanes(1);
    const done: string[] = [];
    let failures = 2;
    keeper.add(task('a', () => {
      if ((failures -= 1) >= 0) throw new Error('a is not ready');
      done.push('a1');
    }));
    keeper.add(task('a', () => void done.push('a2')));
    keeper.add(task('b', () => void done.push('b1')));
    await until(() => done.includes('b1'));
    expect(keeper.failing()).toBe('a is not ready');
    await until(() => done.length === 3);
    expect(done).toEqual(['b1', 'a1', 'a2']);
    expect(keeper.failing()).toBeUndefined();
    await keeper.stop();
  });

  it('are left out when they are nobody’s business any more', async () => {
    const keeper = lanes(2);
    const [held, done] = [gate(), [] as string[]];
    let isOver = false;
    keeper.add(task('a', () => held.opened));
    keeper.add(task('a', () => void done.push('a2'), () => isOver));
    keeper.add(task('a', () => void done.push('a3')));
    isOver = true;
    held.open();
    await until(() => done.length > 0);
    expect(done).toEqual(['a3']);
    await keeper.stop();
  });

  it('end what was begun, and begin nothing more, when they stop', async () => {
    const keeper = lanes(1);
    const [held, done] = [gate(), [] as string[]];
    keeper.add(task('a', () => held.opened.then(() => void done.push('a'))));
    keeper.add(task('b', () => void done.push('b')));
    const stopped = keeper.stop();
    held.open();
    await stopped;
    await sleep(5);
    expect(done).toEqual(['a']);
  });
});
