import { setTimeout as sleep } from 'node:timers/promises';
import { gate, until, witness, type BusBench } from '../contract/bus-bench.js';
import type { Message } from '../message.js';
import { kafkaBench, kafkaShop } from '../testing/kafka-shop.js';
import { logBench } from '../testing/shop.js';
import { asAdmin } from './as-admin.js';
import { kafkaClient } from './client.js';
import { kafkaBus } from './kafka-bus.js';
import { openTopics } from './topics.js';

describe('A group of consumers over Kafka', () => {
  let bench: BusBench;
  beforeEach(async () => {
    bench = await kafkaBench();
  });
  afterEach(() => bench.close());

  it('keeps its place while a handler takes longer than silence is borne, and is told once', async () => {
    const begun: number[] = [];
    const group = await witness(bench.bus, {}, async ({ position }) => {
      begun.push(position);
      if (position === 1) await sleep(8_000);
    });
    const { position } = await bench.publish('order-1', 1);
    const later = await bench.publish('order-2', 2);
    await until(() => group.story().includes('order-2:2'));
    expect(group.reached()).toBeLessThan(position);
    expect(await group.waitFor(later.position, 20_000)).toBe(true);
    expect(begun.toSorted()).toEqual([position, later.position]);
  });

  it('loses nothing and keeps the order of each key while processes come and go', async () => {
    const takes = new Map<string, number[]>();
    const take = ({ key, position }: Message) => void takes.set(key, [...(takes.get(key) ?? []), position]);
    const members = [await witness(bench.bus, {}, take)];
    let [last, over] = [0, false];
    const flow = (async () => {
      for (let n = 0; !over; n += 1) {
        last = (await bench.publish(`order-${n % 7}`, n)).position;
        await sleep(5);
      }
    })();
    for (let round = 0; round < 2; round += 1) {
      members.push(await witness(bench.replica(), {}, take), await witness(bench.replica(), {}, take));
      await sleep(500);
      for (const leaver of members.splice(0, 2)) await leaver.stop();
    }
    over = true;
    await flow;
    expect(await members[0]!.waitFor(last, 15_000)).toBe(true);
    expect(new Set([...takes.values()].flat()).size).toBe(last);
    for (const positions of takes.values()) {
      const first = [...new Set(positions)];
      expect(first).toEqual([...first].sort((one, other) => one - other));
    }
  });

  it('begins nothing more of what it had in hand of a partition that another has by now', async () => {
    const held = gate();
    const begun: string[] = [];
    const slow = await witness(bench.bus, {}, ({ key, position }) => {
      begun.push(`${key}@${position}`);
      return held.opened;
    });
    const keys = Array.from({ length: 9 }, (_, n) => `order-${n + 1}`); // on each partition at least one
    for (const key of keys) for (let n = 0; n < 3; n += 1) await bench.publish(key, n);
    const head = await bench.publish('parcel-1', 1);
    await until(() => begun.length === 10);
    const quick = await witness(bench.replica());
    await until(() => quick.story().length > 2, 15_000).catch((error: unknown) => {
      held.open();
      throw error;
    });
    const lost = new Set(quick.taken.map(({ key }) => key));
    held.open();
    expect(await quick.waitFor(head.position, 15_000)).toBe(true);
    for (const key of lost) expect(begun.filter((one) => one.startsWith(`${key}@`))).toHaveLength(1);
    expect(new Set([...slow.story(), ...quick.story()]).size).toBe(28);
  });
});

describe('Topics on Kafka', () => {
  it('keep everything, and refuse to be shared out in another way', async () => {
    const shop = await kafkaShop();
    const topics = ['shop.order'];
    await openTopics({ brokers: shop.brokers, prefix: shop.prefix!, topics, partitions: 3 });
    const { resources } = await asAdmin(kafkaClient(shop), (admin) => admin.describeConfigs({ includeSynonyms: false, resources: [{ type: 2, name: `${shop.prefix}shop.order` }] }));
    const config = Object.fromEntries(resources[0]!.configEntries.map(({ configName, configValue }) => [configName, configValue]));
    expect(config).toMatchObject({ 'retention.ms': '-1', 'retention.bytes': '-1', 'cleanup.policy': 'delete', 'unclean.leader.election.enable': 'false' });
    await expect(openTopics({ brokers: shop.brokers, prefix: shop.prefix!, topics, partitions: 6 })).rejects.toThrow('has 3 partitions and not 6: keys would go elsewhere');
    await shop.remove();
  });

  it('are asked for by name: nobody waits for one that nobody publishes', async () => {
    const shop = await kafkaShop();
    await expect(witness(shop.bus(), { topics: ['shop.ordre'] })).rejects.toThrow('nobody publishes the topic shop.ordre');
    await shop.remove();
  });

  it('are not made by a relay, which says what to do', async () => {
    const shop = await kafkaShop();
    await expect(shop.relay('shop.order', {}, { prefix: 'nobody.' })).rejects.toThrow('This Kafka has no topic nobody.shop.order. Open the platform’s topics first, or correct ONMARU_KAFKA_PREFIX.');
    await shop.remove();
  });

  it('of another log are not gone on with', async () => {
    const bench = await kafkaShop();
    const relays = await Promise.all(['shop.order', 'shop.parcel'].map((topic) => bench.relay(topic)));
    const shop = logBench(bench.store, bench.bus, () => Promise.resolve());
    const group = await witness(shop.bus);
    await group.waitFor((await shop.publish('order-1', 1)).position, 15_000);
    await group.stop();
    const emptied = { ...bench.store, head: () => Promise.resolve(0) };
    await expect(witness(kafkaBus({ ...bench, store: emptied }))).rejects.toThrow('group witness has taken position 1, but the log ends at 0: it is another log');
    for (const relay of relays) await relay.stop();
    await bench.remove();
  });

  it('say how much a group has still to take, and for how long it has had something to take', async () => {
    const shop = await kafkaShop();
    const relay = await shop.relay('shop.order');
    const bench = logBench(shop.store, shop.bus, () => Promise.resolve());
    const held = gate();
    const group = await shop.bus().subscribe({ group: 'slow', topics: ['shop.order'], undeliverable: () => Promise.resolve(), deliver: () => held.opened });
    expect(group.lag()).toEqual({ events: 0, seconds: 0 });
    for (let n = 0; n < 3; n += 1) await bench.publish(`order-${n}`, n);
    await until(() => group.lag().events === 3);
    await sleep(200);
    expect(group.lag().seconds).toBeGreaterThan(0.1);
    held.open();
    expect(await group.waitFor(3, 15_000)).toBe(true);
    expect(group.lag()).toEqual({ events: 0, seconds: 0 });
    await group.stop();
    await relay.stop();
    await shop.remove();
  });

  it('tell what somebody else has put on them as undeliverable, and go on', async () => {
    const shop = await kafkaShop();
    const relays = await Promise.all(['shop.order', 'shop.parcel'].map((topic) => shop.relay(topic)));
    const producer = kafkaClient(shop).producer();
    await producer.connect();
    await producer.send({ topic: `${shop.prefix}shop.order`, messages: [{ key: 'order-1', value: '{"torn', partition: 0 }] });
    await producer.disconnect();
    const bench = logBench(shop.store, shop.bus, () => Promise.resolve());
    const strange: Message[] = [];
    const group = await witness(bench.bus, { undeliverable: async (message) => void strange.push(message) });
    expect(await group.waitFor((await bench.publish('order-1', 1)).position, 15_000)).toBe(true);
    await until(() => strange.length === 1);
    expect(strange).toMatchObject([{ key: 'order-1', topic: 'shop.order', position: 0 }]);
    expect(group.story()).toEqual(['order-1:1']);
    await group.stop();
    for (const relay of relays) await relay.stop();
    await shop.remove();
  });
});
