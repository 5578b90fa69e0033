import type { Message } from '../message.js';
import { oneBench, refusing, told, until, witness, type FedBench, type MakeBus } from './bus-bench.js';

/** What happens with an event of which no message can be made, where the bus is fed from a log. */
export const undeliverableContract = (name: string, make: MakeBus<FedBench>): void => {
  describe(`The bus (${name}) tells of an event of which no message can be made`, () => {
    const bench = oneBench(make);

    it('by handing it over with its reason, and what follows on its key goes on', async () => {
      const lost: { message: Message; reason: unknown }[] = [];
      const { id } = await bench().publishBroken('order-1', 1);
      const { position } = await bench().publish('order-1', 2);
      const group = await witness(bench().bus, { undeliverable: async (message, reason) => void lost.push({ message, reason }) });
      expect(await group.waitFor(position, 15_000)).toBe(true);
      expect(lost).toEqual([{ message: expect.objectContaining({ id, key: 'order-1', topic: 'shop.order', data: { n: 1 } }), reason: expect.any(Error) }]);
      expect((lost[0]?.reason as Error).message).toContain('nobody has thought of');
      expect(group.story()).toEqual(['order-1:2']);
    });

    it('again, while what follows on its key waits, until it is taken', async () => {
      await bench().publishBroken('order-1', 1);
      await bench().publish('order-1', 2);
      const { position } = await bench().publish('order-2', 3);
      const { tried, mend, deliver } = refusing('order-1:1');
      const group = await witness(bench().bus, { undeliverable: async (message) => deliver(message) });
      await until(() => tried.length >= 2 && group.story().includes('order-2:3'));
      expect(group.story()).not.toContain('order-1:2');
      mend();
      expect(await group.waitFor(position, 15_000)).toBe(true);
      expect(group.taken.map(told).filter((one) => one === 'order-1:2')).toEqual(['order-1:2']);
    });
  });
};
