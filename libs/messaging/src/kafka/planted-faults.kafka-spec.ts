import { setTimeout as sleep } from 'node:timers/promises';
import type { Bus } from '../bus.js';
import { inMemoryCheckpoints } from '../checkpoints.js';
import { until, witness } from '../contract/bus-bench.js';
import type { Turn } from '../follower.js';
import { diesWithMessages } from '../testing/group-faults.js';
import { kafkaBench, kafkaShop, orderTeller, type KafkaShop } from '../testing/kafka-shop.js';
import { logBench } from '../testing/shop.js';
import { asAdmin } from './as-admin.js';
import { kafkaClient } from './client.js';
import type { Teller } from './tell.js';

/** Wrong on purpose: says "taken" before it is done, so that the offset is committed before what it stands for. */
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

/** A process that dies with what it was about to tell: from then on it tells nothing more, and nobody answers it. */
const mortal = (told: Teller, dies: () => boolean): Teller => ({ ...told, tell: (...what) => (dies() ? Promise.reject(new Error('the process is dead')) : told.tell(...what)) });

/** Wrong on purpose: says "acknowledged" before it is, so that the checkpoint is noted before what it stands for. */
const trusting = (told: Teller): Teller => {
  const pending: Promise<void>[] = [];
  return {
    tell: (...what) => {
      pending.push(told.tell(...what));
      void Promise.allSettled(pending);
      return Promise.resolve();
    },
    async close() {
      await Promise.allSettled(pending);
      await told.close();
    },
  };
};

const always: Turn = { wait: () => Promise.resolve(), held: () => true, release: () => Promise.resolve() };

describe('What watches the bus over Kafka', () => {
  let shop: KafkaShop;
  beforeEach(async () => {
    shop = await kafkaShop();
  });
  afterEach(() => shop.remove());

  describe('looks whether a process that dies with messages in its hand loses them', () => {
    const lostBy = async (around?: (bus: Bus) => Bus): Promise<readonly string[]> => {
      const bench = await kafkaBench({}, around);
      const { lost } = await diesWithMessages({ bench, strayed: () => [] });
      await bench.close();
      return lost;
    };

    it('and finds nothing as it is', async () => expect(await lostBy()).toEqual([]));

    it('and finds what is lost when its offset is committed before the effect', async () => expect(await lostBy(hasty)).not.toEqual([]));
  });

  describe('looks whether a relay that dies before the acknowledgement loses what it told', () => {
    /** What never comes, when the first relay dies with the second half of 40 events, and another takes its place. */
    const lostBy = async (worse: (told: Teller) => Teller): Promise<readonly string[]> => {
      const bench = logBench(shop.store, shop.bus, () => Promise.resolve());
      const names: string[] = [];
      const tell = async (from: number) => {
        for (let n = from; n < from + 20; n += 1) {
          await bench.publish(`order-${n % 5}`, n);
          names.push(`order-${n % 5}:${n}`);
        }
      };
      let dead = false;
      await tell(0);
      const first = await shop.relay('shop.order', { teller: worse(mortal(orderTeller(shop), () => dead)) });
      await first.waitFor(await shop.store.head(), 15_000);
      dead = true;
      await tell(20);
      await first.waitFor(await shop.store.head(), 2_000);
      await first.stop();
      const second = await shop.relay('shop.order');
      await second.waitFor(await shop.store.head(), 15_000);
      await second.stop();
      const parcels = await shop.relay('shop.parcel');
      const group = await witness(bench.bus);
      await group.waitFor(await shop.store.head(), 15_000);
      await parcels.stop();
      await bench.close();
      return names.filter((name) => !group.story().includes(name));
    };

    it('and finds nothing as it is', async () => expect(await lostBy((told) => told)).toEqual([]));

    it('and finds what is lost when it notes its checkpoint before', async () => expect(await lostBy(trusting)).not.toEqual([]));
  });

  describe('looks whether two relays of a topic tell everything twice', () => {
    /** Records on the topic beyond one for each event, when two relays run at once. */
    const doubledBy = async (parts: { turn?: Turn }, fenced: boolean): Promise<number> => {
      const bench = logBench(shop.store, shop.bus, () => Promise.resolve());
      const relays = [await shop.relay('shop.order', parts), await shop.relay('shop.order', parts, fenced ? {} : { checkpoints: inMemoryCheckpoints() })];
      for (let n = 0; n < 30; n += 1) {
        await bench.publish(`order-${n % 5}`, n);
        await sleep(2);
      }
      const counted = async (): Promise<number> => {
        const ends = await asAdmin(kafkaClient(shop), (admin) => admin.fetchTopicOffsets(`${shop.prefix}shop.order`));
        return ends.reduce((sum, { offset }) => sum + Number(offset), 0);
      };
      await until(() => relays.filter((relay) => relay.reached() === 30).length === (fenced ? 1 : 2), 15_000);
      await sleep(300);
      const count = await counted();
      for (const relay of relays) await relay.stop();
      return count - 30;
    };

    it('and finds nothing as they are, one acting and one waiting', async () => expect(await doubledBy({}, true)).toBe(0));

    it('and finds the doubles when nothing keeps the second from acting', async () => expect(await doubledBy({ turn: always }, false)).toBe(30));
  });
});
