import type { Bus } from './bus.js';
import type { Checkpoints } from './checkpoints.js';
import type { Message } from './message.js';
import { diesWithMessages, endings, overtakenInItsSleep, watchedShop, type GroupFaults } from './testing/group-faults.js';

const NONE: GroupFaults = { lost: [], strayed: [] };

/** Wrong on purpose: says "taken" before it is done, so that the checkpoint is written before what it stands for. */
const hasty = (bus: Bus): Bus => ({
  ...bus,
  subscribe: (subscription) =>
    bus.subscribe({
      ...subscription,
      deliver: (message) => {
        void Promise.allSettled([subscription.deliver(message)]);
        return Promise.resolve();
      },
    }),
});

/** Wrong on purpose: moves from wherever it is by now. */
const unfenced = (): Checkpoints => {
  const positions = new Map<string, number>();
  return {
    read: (group) => Promise.resolve(positions.get(group) ?? 0),
    move: (group, _, to) => Promise.resolve(positions.set(group, to).get(group) === to),
  };
};

const numberOf = ({ data }: Message): number => (data as { n: number }).n;

/** The newest of each key: what repeats and other keys cannot change. */
const newest = () => {
  const seen = new Map<string, Message>();
  return {
    deliver: (message: Message) => void (message.position > (seen.get(message.key)?.position ?? 0) && seen.set(message.key, message)),
    state: () => [...seen.values()].sort((one, other) => one.position - other.position).map(numberOf),
  };
};

describe('What watches a group of consumers', () => {
  it('finds nothing when its process dies with messages in its hand', async () => expect(await diesWithMessages(watchedShop())).toEqual(NONE));

  it('finds what is lost when it had noted them before', async () => {
    const { lost } = await diesWithMessages(watchedShop({ bus: hasty }));
    expect(lost).not.toEqual([]);
  });

  it('finds nothing when a process goes on that was overtaken in its sleep', async () => expect(await overtakenInItsSleep(watchedShop())).toEqual(NONE));

  it('finds that the checkpoint went back when nothing keeps that process from moving it', async () => {
    const { lost, strayed } = await overtakenInItsSleep(watchedShop({ checkpoints: unfenced }));
    expect(lost).toEqual([]);
    expect(strayed).toContain('0 → 1');
  });

  describe('looks whether a handler depends on the order between keys, or on how often it is told', () => {
    const seeds = [1, 2, 3, 4];

    it('and finds nothing where the newest of each key counts', async () => expect((await endings(newest, seeds)).size).toBe(1));

    it('and finds the handler for which the last of all counts', async () => {
      const last = () => {
        let n = -1;
        return { deliver: (message: Message) => void (n = numberOf(message)), state: () => n };
      };
      expect((await endings(last, seeds)).size).toBeGreaterThan(1);
    });

    it('and finds the handler that counts what it has counted before', async () => {
      const count = () => {
        let n = 0;
        return { deliver: () => void (n += 1), state: () => n };
      };
      expect((await endings(count, seeds)).size).toBeGreaterThan(1);
    });
  });
});
