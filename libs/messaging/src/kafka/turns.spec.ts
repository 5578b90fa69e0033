import { setTimeout as sleep } from 'node:timers/promises';
import { inMemoryCheckpoints, type Checkpoints } from '../checkpoints.js';
import { turns } from './turns.js';

const quick = { beat: 10, lease: 60, wait: 120 };
const never = new AbortController().signal;

describe('A turn', () => {
  it('is had at once where nobody has it, and by one alone', async () => {
    const checkpoints = inMemoryCheckpoints();
    const [one, other] = [turns(checkpoints, 'relay', quick), turns(checkpoints, 'relay', quick)];
    await one.wait(never);
    let got = false;
    const waiting = other.wait(never).then(() => (got = true));
    await sleep(300);
    expect([one.held(), other.held(), got]).toEqual([true, false, false]);
    await one.release();
    await waiting;
    expect([one.held(), other.held()]).toEqual([false, true]);
    await other.release();
  });

  it('goes to another when its process gives no sign of life, and not before that one has lost it', async () => {
    const checkpoints = inMemoryCheckpoints();
    let asleep = false;
    const drowsy: Checkpoints = { read: checkpoints.read, move: (...move) => (asleep ? new Promise(() => undefined) : checkpoints.move(...move)) };
    const [one, other] = [turns(drowsy, 'relay', quick), turns(checkpoints, 'relay', quick)];
    await one.wait(never);
    asleep = true;
    const both: boolean[] = [];
    const watch = setInterval(() => both.push(one.held() && other.held()), 1);
    await other.wait(never);
    clearInterval(watch);
    expect([one.held(), other.held(), both.includes(true)]).toEqual([false, true, false]);
    await other.release();
  });

  it('is lost as soon as another has taken it', async () => {
    const checkpoints = inMemoryCheckpoints();
    const one = turns(checkpoints, 'relay', quick);
    await one.wait(never);
    const at = await checkpoints.read('relay turn');
    await checkpoints.move('relay turn', at, at + 2);
    await sleep(50);
    expect(one.held()).toBe(false);
    await one.release();
    expect(await checkpoints.read('relay turn')).toBe(at + 2);
  });

  it('is waited for no longer than somebody wants it', async () => {
    const checkpoints = inMemoryCheckpoints();
    const [one, other] = [turns(checkpoints, 'relay', quick), turns(checkpoints, 'relay', quick)];
    await one.wait(never);
    const stop = new AbortController();
    const waiting = other.wait(stop.signal);
    stop.abort();
    await waiting;
    expect(other.held()).toBe(false);
    await one.release();
  });
});
