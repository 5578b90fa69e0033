import type { Admin } from 'kafkajs';
import { asAdmin } from './as-admin.js';
import { kafkaClient, type KafkaPlace } from './client.js';

export type TopicsOptions = KafkaPlace & {
  readonly topics: readonly string[];
  /** Partitions of each; never changed afterwards, since they say where a key belongs. */
  readonly partitions?: number;
};

const PARTITIONS = 12;
const MOST_COPIES = 3;

/** Topics are copies of the log: they keep everything, so that a new group can begin at the beginning. */
const configOf = (copies: number): { readonly [name: string]: string } => ({
  'cleanup.policy': 'delete',
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'max.message.bytes': String(8 * 1024 * 1024),
  'min.insync.replicas': String(Math.max(1, copies - 1)),
  'unclean.leader.election.enable': 'false',
});

const make = async (admin: Admin, names: readonly string[], partitions: number): Promise<void> => {
  const copies = Math.min(MOST_COPIES, (await admin.describeCluster()).brokers.length);
  const configEntries = Object.entries(configOf(copies)).map(([name, value]) => ({ name, value }));
  await admin.createTopics({ topics: names.map((topic) => ({ topic, numPartitions: partitions, replicationFactor: copies, configEntries })) });
};

/** Makes the topics that are not there, and throws when one is there with another number of partitions. */
export const openTopics = async ({ topics, partitions = PARTITIONS, ...place }: TopicsOptions): Promise<void> => {
  const names = topics.map((topic) => `${place.prefix ?? ''}${topic}`);
  await asAdmin(kafkaClient(place), async (admin) => {
    const there = new Set(await admin.listTopics());
    const lacking = names.filter((name) => !there.has(name));
    if (lacking.length > 0) await make(admin, lacking, partitions);
    const metadata = await admin.fetchTopicMetadata({ topics: names });
    const other = metadata.topics.filter((topic) => topic.partitions.length !== partitions);
    if (other.length > 0) throw new Error(`${other.map((topic) => `${topic.name} has ${topic.partitions.length} partitions`).join(', ')} and not ${partitions}: keys would go elsewhere`);
  });
};
