import { setTimeout as sleep } from 'node:timers/promises';
import { gate, told, until, witness, type BusBench, type MakeBus } from './bus-bench.js';

/** Who gets what, and in which order. */
export const deliveryContract = (bench: () => BusBench, make: MakeBus): void => {
  describe('delivers', () => {
    it('everything that was told before a group came', async () => {
      await bench().publish('order-1', 1);
      const { position } = await bench().publish('order-2', 2);
      const group = await witness(bench().bus);
      expect(await group.waitFor(position, 2000)).toBe(true);
      expect([...group.story()].sort()).toEqual(['order-1:1', 'order-2:2']);
    });

    it('what is told afterwards, within moments', async () => {
      const group = await witness(bench().bus);
      const { position } = await bench().publish('order-1', 1);
      expect(await group.waitFor(position, 1000)).toBe(true);
      expect(group.story()).toEqual(['order-1:1']);
    });

    it('nothing of topics that the group did not ask for', async () => {
      const group = await witness(bench().bus, { topics: ['shop.parcel'] });
      await bench().publish('order-1', 1);
      const { position } = await bench().publish('parcel-1', 2);
      await group.waitFor(position, 2000);
      expect(group.story()).toEqual(['parcel-1:2']);
    });

    it('nothing that another system recorded to a group that leaves history out, and gets on all the same', async () => {
      const [with_, without] = [await witness(bench().bus, { group: 'with' }), await witness(bench().bus, { group: 'without', withoutHistory: true })];
      await bench().publish('order-1', 1);
      const { position } = await bench().publish('order-1', 2, 'demo', { kind: 'external', id: '7' });
      expect(await Promise.all([with_.waitFor(position, 2000), without.waitFor(position, 2000)])).toEqual([true, true]);
      expect([with_.story(), without.story()]).toEqual([['order-1:1', 'order-1:2'], ['order-1:1']]);
    });

    it('every message to every group', async () => {
      const [one, other] = [await witness(bench().bus, { group: 'one' }), await witness(bench().bus, { group: 'other' })];
      const { position } = await bench().publish('order-1', 1);
      await Promise.all([one.waitFor(position, 2000), other.waitFor(position, 2000)]);
      expect([one.story(), other.story()]).toEqual([['order-1:1'], ['order-1:1']]);
    });

    it('messages with everything that a consumer needs to know of their origin', async () => {
      const { id, position } = await bench().publish('order-1', 7, 'acme');
      const group = await witness(bench().bus);
      await group.waitFor(position, 2000);
      expect(group.taken).toEqual([
        {
          specversion: '1.0',
          id,
          source: '/shop',
          type: 'shop.order-placed.v1',
          key: 'order-1',
          time: '2026-03-01T09:00:00.000Z',
          topic: 'shop.order',
          tenant: 'acme',
          actor: { kind: 'system', id: 'spec' },
          correlationId: 'correlation',
          causationId: 'cause',
          traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
          position,
          data: { n: 7 },
        },
      ]);
    });

    it('hundreds of messages, none of them lost', async () => {
      let last = 0;
      for (let n = 0; n < 450; n += 1) last = (await bench().publish(`order-${n % 23}`, n)).position;
      const group = await witness(bench().bus);
      expect(await group.waitFor(last, 10_000)).toBe(true);
      expect(new Set(group.taken.map(({ data }) => (data as { n: number }).n)).size).toBe(450);
    });
  });

  describe('keeps the order of a key', () => {
    it('however long each message takes', async () => {
      for (let n = 0; n < 30; n += 1) await bench().publish(`order-${n % 3}`, n);
      const { position } = await bench().publish('order-0', 30);
      const group = await witness(bench().bus, {}, ({ data }) => sleep(((data as { n: number }).n * 7) % 5));
      await group.waitFor(position, 15_000);
      for (const key of ['order-0', 'order-1', 'order-2']) {
        const own = group.taken.filter((message) => message.key === key).map((message) => message.position);
        expect(own).toEqual([...own].sort((a, b) => a - b));
      }
      expect(group.taken).toHaveLength(31);
    });

    it('never delivering two of its messages at once', async () => {
      let busy = 0;
      let most = 0;
      const group = await witness(bench().bus, {}, async () => {
        most = Math.max(most, (busy += 1));
        await sleep(1);
        busy -= 1;
      });
      let last = 0;
      for (let n = 0; n < 20; n += 1) last = (await bench().publish('order-1', n)).position;
      await group.waitFor(last, 15_000);
      expect(most).toBe(1);
    });

    it('while other keys are delivered at the same time', async () => {
      const slow = gate();
      await bench().publish('order-slow', 1);
      await bench().publish('order-quick', 2);
      const group = await witness(bench().bus, {}, ({ key }) => (key === 'order-slow' ? slow.opened : undefined));
      await until(() => group.story().includes('order-quick:2'));
      expect(group.story()).toEqual(['order-quick:2']);
      slow.open();
      await until(() => group.story().length === 2);
    });

    it('apart from the same key of another tenant', async () => {
      const slow = gate();
      await bench().publish('order-1', 1, 'acme');
      await bench().publish('order-1', 2, 'globex');
      const group = await witness(bench().bus, {}, ({ tenant }) => (tenant === 'acme' ? slow.opened : undefined));
      await until(() => group.taken.length === 1);
      expect(group.taken.map(({ tenant }) => tenant)).toEqual(['globex']);
      slow.open();
      await until(() => group.taken.length === 2);
    });

    it('within the number of keys that may be worked on at once', async () => {
      const narrow = await make({ concurrency: 3 });
      let busy = 0;
      let most = 0;
      let last = 0;
      for (let n = 0; n < 20; n += 1) last = (await narrow.publish(`order-${n}`, n)).position;
      const group = await witness(narrow.bus, {}, async () => {
        most = Math.max(most, (busy += 1));
        await sleep(2);
        busy -= 1;
      });
      await group.waitFor(last, 15_000);
      expect(most).toBe(3);
      await narrow.close();
    });
  });

  describe('makes a message again', () => {
    it('that is the same', async () => {
      const { position } = await bench().publish('order-1', 1);
      const group = await witness(bench().bus);
      await group.waitFor(position, 2000);
      const [message] = group.taken;
      expect(await bench().bus.remake(message!)).toEqual(message);
      expect(told(message!)).toBe('order-1:1');
    });
  });
};
