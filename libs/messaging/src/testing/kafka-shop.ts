import { inMemoryEventStore } from '@onmaru/event-sourcing/in-memory';
import { systemClock } from '@onmaru/time/system-clock';
import { v7 as uuid } from 'uuid';
import type { Bus } from '../bus.js';
import { inMemoryCheckpoints, type Checkpoints } from '../checkpoints.js';
import type { FedBench } from '../contract/bus-bench.js';
import { asAdmin } from '../kafka/as-admin.js';
import { kafkaClient, type KafkaPlace } from '../kafka/client.js';
import { kafkaBus, type KafkaBusOptions } from '../kafka/kafka-bus.js';
import { kafkaRelay, type RelayParts } from '../kafka/relay.js';
import { teller, type Teller } from '../kafka/tell.js';
import { openTopics } from '../kafka/topics.js';
import { logBench, shopPublications } from './shop.js';

const TOPICS = ['shop.order', 'shop.parcel'];

/** The Kafka that specs run on. */
export const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');

/** Topics of a shop on Kafka under a name of their own, and a log that feeds them. */
export const kafkaShop = async (options: Partial<KafkaBusOptions> = {}) => {
  const place: KafkaPlace = { brokers, prefix: `shop-${uuid()}.` };
  await openTopics({ ...place, topics: TOPICS, partitions: 3 });
  const store = inMemoryEventStore({ clock: systemClock });
  const checkpoints: Checkpoints = options.checkpoints ?? inMemoryCheckpoints();
  const fed = { ...place, store, publications: shopPublications, checkpoints };
  return {
    ...fed,
    bus: (): Bus => kafkaBus({ ...fed, sessionMs: 6_000, heartbeatMs: 100, ...options }),
    relay: (topic: string, parts: Partial<RelayParts> = {}, over: Partial<typeof fed> = {}) => kafkaRelay({ ...fed, ...over, topic }, parts),
    async remove() {
      await asAdmin(kafkaClient(place), (admin) => admin.deleteTopics({ topics: TOPICS.map((topic) => `${place.prefix}${topic}`) }));
    },
  };
};

/** The shop's topic of orders, told by a producer of its own. */
export const orderTeller = ({ brokers: at, prefix }: KafkaShop, how?: Parameters<typeof teller>[2]): Teller => teller(kafkaClient({ brokers: at }), `${prefix}shop.order`, how);

export type KafkaShop = Awaited<ReturnType<typeof kafkaShop>>;

/** A bench over Kafka: what is published is appended to a log, which relays feed to the topics. */
export const kafkaBench = async (options: Partial<KafkaBusOptions> = {}, around: (bus: Bus) => Bus = (bus) => bus): Promise<FedBench> => {
  const shop = await kafkaShop(options);
  const relays = await Promise.all(TOPICS.map((topic) => shop.relay(topic)));
  return logBench(shop.store, () => around(shop.bus()), async () => {
    for (const relay of relays) await relay.stop();
    await shop.remove();
  });
};
