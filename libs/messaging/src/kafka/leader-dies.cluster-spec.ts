import type { Message } from 'kafkajs';
import { setImmediate as soon, setTimeout as sleep } from 'node:timers/promises';
import { witness } from '../contract/bus-bench.js';
import { kafkaShop, orderTeller, type KafkaShop } from '../testing/kafka-shop.js';
import { logBench } from '../testing/shop.js';
import { killLeader, revive } from '../testing/three-brokers.js';
import type { Teller } from './tell.js';

/** Wrong on purpose: one request for all partitions, whose answer nobody looks at. */
const spanning = (shop: KafkaShop): Teller =>
  orderTeller(shop, (producer, topic) => {
    let [due, sending]: [Message[], Promise<unknown> | undefined] = [[], undefined];
    const send = async (): Promise<unknown> => {
      await soon();
      const messages = due;
      [due, sending] = [[], undefined];
      return producer.send({ topic, acks: -1, messages });
    };
    return async (partition, records) => {
      due.push(...records.map(({ key, value, headers }) => ({ key, value, headers: { ...headers }, partition })));
      await (sending ??= send());
    };
  });

/** A leader may move to a broker that has not answered yet, and then nothing is lost: so often it is tried. */
const TRIES = 8;

describe('A broker that dies while the relay tells what it leads', () => {
  let shop: KafkaShop;
  beforeEach(async () => {
    shop = await kafkaShop();
  });
  afterEach(async () => {
    revive();
    await shop.remove();
  });

  /** What never came, and keys of which something came before what is older, of some thousand events in three seconds. */
  const told = async (worse?: (shop: KafkaShop) => Teller) => {
    const bench = logBench(shop.store, shop.bus, () => Promise.resolve());
    const relays = [await shop.relay('shop.order', worse ? { teller: worse(shop) } : {}), await shop.relay('shop.parcel')];
    const group = await witness(bench.bus);
    const killed = sleep(1_000).then(() => killLeader(`${shop.prefix}shop.order`, 0));
    const names: string[] = [];
    for (const until = Date.now() + 3_000; Date.now() < until; await sleep(5)) {
      for (let n = 0; n < 10; n += 1) {
        names.push(`order-${names.length % 40}:${names.length}`);
        await bench.publish(`order-${(names.length - 1) % 40}`, names.length - 1);
      }
    }
    await killed;
    const arrived = await group.waitFor(await shop.store.head(), 90_000);
    const story = new Set(group.story());
    const lanes = Map.groupBy(new Set(group.taken.map(({ position }) => position)), (position) => group.taken.find((one) => one.position === position)?.key);
    const disordered = [...lanes].filter(([, positions]) => positions.some((position, n) => position < (positions[n - 1] ?? 0))).map(([key]) => key);
    await bench.close();
    for (const relay of relays) await relay.stop();
    return { arrived, count: names.length, lost: names.filter((name) => !story.has(name)).length, doubled: group.taken.length - story.size, disordered };
  };

  it('takes nothing with it: all comes, in the order of its key, without anybody’s help', async () => {
    const { arrived, count, lost, disordered } = await told();
    expect({ arrived, lost, disordered }).toEqual({ arrived: true, lost: 0, disordered: [] });
    expect(count).toBeGreaterThan(1_000);
  }, 240_000);

  it('is found to take events with it that were told to several partitions in one request', async () => {
    let found = 0;
    for (let tried = 0; found === 0 && tried < TRIES; tried += 1) {
      found = (await told(spanning)).lost;
      revive();
      await shop.remove();
      shop = await kafkaShop();
    }
    expect(found).toBeGreaterThan(0);
  }, 400_000);
});
