import { setTimeout as sleep } from 'node:timers/promises';
import { gate, told, until, witness, type BusBench, type MakeBus } from './bus-bench.js';

/** What happens when a message is not taken, and when a group stops. */
export const persistenceContract = (make: MakeBus): void => {
  let bench: BusBench;
  beforeEach(async () => {
    bench = await make({});
  });
  afterEach(() => bench.close());

  /** Refuses what `bad` names until it is mended. */
  const refusing = (...bad: string[]) => {
    const tried: string[] = [];
    const refused = new Set(bad);
    return {
      tried,
      mend: () => refused.clear(),
      deliver(message: Parameters<typeof told>[0]) {
        tried.push(told(message));
        if (refused.has(told(message))) throw new Error(`${told(message)} is not taken`);
      },
    };
  };

  describe('a message that is not taken', () => {
    it('is delivered again, until it is', async () => {
      const { tried, mend, deliver } = refusing('order-1:1');
      const { position } = await bench.publish('order-1', 1);
      const group = await witness(bench.bus, {}, deliver);
      await until(() => tried.length >= 2);
      expect(group.taken).toEqual([]);
      mend();
      expect(await group.waitFor(position, 5000)).toBe(true);
      expect(group.story()).toEqual(['order-1:1']);
    });

    it('keeps what follows on its key waiting, and nothing else', async () => {
      const { tried, mend, deliver } = refusing('order-1:1');
      await bench.publish('order-1', 1);
      await bench.publish('order-1', 2);
      const { position } = await bench.publish('order-2', 3);
      const group = await witness(bench.bus, {}, deliver);
      await until(() => tried.length >= 4);
      expect(tried).not.toContain('order-1:2');
      expect(new Set(group.story())).toEqual(new Set(['order-2:3']));
      mend();
      await group.waitFor(position, 5000);
      expect(group.story().filter((one) => one.startsWith('order-1'))).toEqual(['order-1:1', 'order-1:2']);
    });

    it('is not passed over by the group’s progress', async () => {
      await bench.publish('order-1', 1);
      const { position } = await bench.publish('order-2', 2);
      const { tried, mend, deliver } = refusing('order-2:2');
      const group = await witness(bench.bus, {}, deliver);
      await until(() => tried.filter((one) => one === 'order-2:2').length >= 2);
      expect(group.reached()).toBeLessThan(position);
      expect(await group.waitFor(position, 10)).toBe(false);
      mend();
      expect(await group.waitFor(position, 5000)).toBe(true);
    });

    it('is named as what holds the group up, for as long as it does', async () => {
      const { mend, deliver } = refusing('order-1:1');
      const { position } = await bench.publish('order-1', 1);
      const group = await witness(bench.bus, {}, deliver);
      await until(() => group.failing() !== undefined);
      expect(group.failing()).toBe('order-1:1 is not taken');
      mend();
      await group.waitFor(position, 5000);
      expect(group.failing()).toBeUndefined();
    });

    it('does not hold up another group', async () => {
      const { deliver } = refusing('order-1:1');
      const { position } = await bench.publish('order-1', 1);
      await witness(bench.bus, { group: 'stuck' }, deliver);
      const group = await witness(bench.bus, { group: 'free' });
      expect(await group.waitFor(position, 2000)).toBe(true);
    });
  });

  describe('progress', () => {
    it('is made only when the last message has been taken', async () => {
      const slow = gate();
      const { position } = await bench.publish('order-1', 1);
      const group = await witness(bench.bus, {}, () => slow.opened);
      expect(await group.waitFor(position, 30)).toBe(false);
      slow.open();
      expect(await group.waitFor(position, 2000)).toBe(true);
      expect(group.taken).toHaveLength(1);
      expect(group.reached()).toBe(position);
    });

    it('is made past what the group does not listen to', async () => {
      const group = await witness(bench.bus, { topics: ['shop.parcel'] });
      const { position } = await bench.publish('order-1', 1);
      expect(await group.waitFor(position, 2000)).toBe(true);
      expect(group.taken).toEqual([]);
    });

    it('is waited for no longer than patience lasts', async () => {
      const group = await witness(bench.bus);
      expect(await group.waitFor(group.reached() + 1, 20)).toBe(false);
    });
  });

  describe('a group that was stopped', () => {
    it('goes on where it was', async () => {
      const first = await witness(bench.bus);
      await first.waitFor((await bench.publish('order-1', 1)).position, 2000);
      await first.stop();
      const { position } = await bench.publish('order-1', 2);
      const second = await witness(bench.bus);
      expect(second.reached()).toBe(position - 1);
      await second.waitFor(position, 2000);
      expect(second.story()).toEqual(['order-1:2']);
    });

    it('has finished what it had begun, and begins nothing more', async () => {
      const slow = gate();
      await bench.publish('order-1', 1);
      await bench.publish('order-1', 2);
      let begun = 0;
      const group = await witness(bench.bus, {}, () => {
        begun += 1;
        return slow.opened;
      });
      await until(() => begun === 1);
      const stopped = group.stop();
      await sleep(10);
      expect(group.taken).toEqual([]);
      slow.open();
      await stopped;
      await sleep(20);
      expect(group.story()).toEqual(['order-1:1']);
      expect(begun).toBe(1);
    });

    it('gets again what it had not taken', async () => {
      const { tried, deliver } = refusing('order-1:1');
      const { position } = await bench.publish('order-1', 1);
      const first = await witness(bench.bus, {}, deliver);
      await until(() => tried.length > 0);
      await first.stop();
      const second = await witness(bench.bus);
      await second.waitFor(position, 2000);
      expect(second.story()).toEqual(['order-1:1']);
    });

    it('tells those who wait for it that it will not come', async () => {
      const group = await witness(bench.bus);
      const waiting = group.waitFor(group.reached() + 1, 60_000);
      await group.stop();
      expect(await waiting).toBe(false);
    });
  });

  describe('two processes of one group', () => {
    it('take everything between them, each in the order of its key', async () => {
      const [one, other] = [await witness(bench.bus), await witness(bench.replica())];
      let last = 0;
      for (let n = 0; n < 120; n += 1) {
        last = (await bench.publish(`order-${n % 5}`, n)).position;
        if (n % 10 === 0) await sleep(2);
      }
      expect(await Promise.all([one.waitFor(last, 5000), other.waitFor(last, 5000)])).toEqual([true, true]);
      expect(new Set([...one.story(), ...other.story()]).size).toBe(120);
      for (const { taken } of [one, other]) {
        for (const lane of Map.groupBy(taken, ({ key }) => key).values()) {
          const first = [...new Set(lane.map(({ position }) => position))];
          expect(first).toEqual([...first].sort((a, b) => a - b));
        }
      }
    });
  });
};
