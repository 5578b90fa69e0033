import { setTimeout as sleep } from 'node:timers/promises';
import { gate, refusing, until, witness, type BusBench } from './bus-bench.js';

/** What happens when a group stops, and when there are two of it. */
export const stoppingContract = (bench: () => BusBench): void => {
  describe('a group that was stopped', () => {
    it('goes on where it was', async () => {
      const first = await witness(bench().bus);
      await first.waitFor((await bench().publish('order-1', 1)).position, 2000);
      await first.stop();
      const { position } = await bench().publish('order-1', 2);
      const second = await witness(bench().bus);
      expect(second.reached()).toBe(position - 1);
      await second.waitFor(position, 2000);
      expect(second.story()).toEqual(['order-1:2']);
    });

    it('has finished what it had begun, and begins nothing more', async () => {
      const slow = gate();
      await bench().publish('order-1', 1);
      await bench().publish('order-1', 2);
      let begun = 0;
      const group = await witness(bench().bus, {}, () => {
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
      const { position } = await bench().publish('order-1', 1);
      const first = await witness(bench().bus, {}, deliver);
      await until(() => tried.length > 0);
      await first.stop();
      const second = await witness(bench().bus);
      await second.waitFor(position, 2000);
      expect(second.story()).toEqual(['order-1:1']);
    });

    it('turns until then, also while there is nothing to take', async () => {
      const group = await witness(bench().bus);
      await sleep(1500);
      expect(group.quietFor()).toBeLessThan(1400);
      await group.stop();
    });

    it('tells those who wait for it that it will not come', async () => {
      const group = await witness(bench().bus);
      const waiting = group.waitFor(group.reached() + 1, 60_000);
      await group.stop();
      expect(await waiting).toBe(false);
    });
  });

  describe('two processes of one group', () => {
    it('take everything between them, each in the order of its key', async () => {
      const [one, other] = [await witness(bench().bus), await witness(bench().replica())];
      let last = 0;
      for (let n = 0; n < 120; n += 1) {
        last = (await bench().publish(`order-${n % 5}`, n)).position;
        if (n % 10 === 0) await sleep(2);
      }
      expect(await Promise.all([one.waitFor(last, 15_000), other.waitFor(last, 15_000)])).toEqual([true, true]);
      expect(new Set([...one.story(), ...other.story()]).size).toBe(120);
      for (const { taken } of [one, other]) {
        for (const lane of Map.groupBy(taken, ({ key }) => key).values()) {
          const first = [...new Set(lane.map(({ position }) => position))];
          expect(first).toEqual([...first].sort((a, b) => a - b));
        }
      }
    });

    it('leave their place to each other', async () => {
      const held = gate();
      const { position: first } = await bench().publish('order-1', 1);
      const slow = await witness(bench().bus, {}, ({ position }) => (position === first ? held.opened : undefined));
      const quick = await witness(bench().replica());
      await quick.waitFor(first, 15_000);
      await quick.waitFor((await bench().publish('order-1', 2)).position, 15_000);
      await quick.stop();
      held.open();
      const { position: last } = await bench().publish('order-1', 3);
      expect(await slow.waitFor(last, 15_000)).toBe(true);
      await slow.stop();
      const third = await witness(bench().bus);
      expect(third.reached()).toBe(last);
    });
  });
};
