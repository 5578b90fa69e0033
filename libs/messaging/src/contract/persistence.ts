import { gate, refusing, until, witness, type BusBench } from './bus-bench.js';

/** What happens when a message is not taken, and what counts as progress. */
export const persistenceContract = (bench: () => BusBench): void => {
  describe('a message that is not taken', () => {
    it('is delivered again, until it is', async () => {
      const { tried, mend, deliver } = refusing('order-1:1');
      const { position } = await bench().publish('order-1', 1);
      const group = await witness(bench().bus, {}, deliver);
      await until(() => tried.length >= 2);
      expect(group.taken).toEqual([]);
      mend();
      expect(await group.waitFor(position, 15_000)).toBe(true);
      expect(group.story()).toEqual(['order-1:1']);
    });

    it('keeps what follows on its key waiting, and nothing else', async () => {
      const { tried, mend, deliver } = refusing('order-1:1');
      await bench().publish('order-1', 1);
      await bench().publish('order-1', 2);
      const { position } = await bench().publish('order-2', 3);
      const group = await witness(bench().bus, {}, deliver);
      await until(() => tried.length >= 4);
      expect(tried).not.toContain('order-1:2');
      expect(new Set(group.story())).toEqual(new Set(['order-2:3']));
      mend();
      await group.waitFor(position, 15_000);
      expect(group.story().filter((one) => one.startsWith('order-1'))).toEqual(['order-1:1', 'order-1:2']);
    });

    it('is not passed over by the group’s progress', async () => {
      await bench().publish('order-1', 1);
      const { position } = await bench().publish('order-2', 2);
      const { tried, mend, deliver } = refusing('order-2:2');
      const group = await witness(bench().bus, {}, deliver);
      await until(() => tried.filter((one) => one === 'order-2:2').length >= 2);
      expect(group.reached()).toBeLessThan(position);
      expect(await group.waitFor(position, 10)).toBe(false);
      mend();
      expect(await group.waitFor(position, 15_000)).toBe(true);
    });

    it('is named as what holds the group up, for as long as it does', async () => {
      const { mend, deliver } = refusing('order-1:1');
      const { position } = await bench().publish('order-1', 1);
      const group = await witness(bench().bus, {}, deliver);
      await until(() => group.failing() !== undefined);
      expect(group.failing()).toBe('order-1:1 is not taken');
      mend();
      await group.waitFor(position, 15_000);
      expect(group.failing()).toBeUndefined();
    });

    it('does not hold up another group', async () => {
      const { deliver } = refusing('order-1:1');
      const { position } = await bench().publish('order-1', 1);
      await witness(bench().bus, { group: 'stuck' }, deliver);
      const group = await witness(bench().bus, { group: 'free' });
      expect(await group.waitFor(position, 2000)).toBe(true);
    });
  });

  describe('progress', () => {
    it('is made only when the last message has been taken', async () => {
      const slow = gate();
      const { position } = await bench().publish('order-1', 1);
      const group = await witness(bench().bus, {}, () => slow.opened);
      expect(await group.waitFor(position, 30)).toBe(false);
      slow.open();
      expect(await group.waitFor(position, 2000)).toBe(true);
      expect(group.taken).toHaveLength(1);
      expect(group.reached()).toBe(position);
    });

    it('is made past what the group does not listen to', async () => {
      const group = await witness(bench().bus, { topics: ['shop.parcel'] });
      const { position } = await bench().publish('order-1', 1);
      expect(await group.waitFor(position, 2000)).toBe(true);
      expect(group.taken).toEqual([]);
    });

    it('is waited for no longer than patience lasts', async () => {
      const group = await witness(bench().bus);
      expect(await group.waitFor(group.reached() + 1, 20)).toBe(false);
    });
  });
};
