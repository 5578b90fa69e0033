import { silent } from '@onmaru/read-models';
import type { Consuming } from '../bus.js';
import type { Checkpoints } from '../checkpoints.js';
import { follower, type Turn } from '../follower.js';
import { logSource, type LogSourceOptions } from '../log-source.js';
import { asAdmin } from './as-admin.js';
import { kafkaClient, type KafkaPlace } from './client.js';
import { portions } from './portions.js';
import { teller, type Teller } from './tell.js';
import { turns } from './turns.js';

export type RelayOptions = LogSourceOptions &
  KafkaPlace & {
    /** The topic that is fed; its publications are among those given. */
    readonly topic: string;
    /** Where relays note how far they have got; the consumers of their topics look there. */
    readonly checkpoints: Checkpoints;
  };

/** The parts of a relay that a test may plant a fault in. */
export type RelayParts = { readonly teller: Teller; readonly turn: Turn };

/** The name under which the relay of a topic notes how far it has got. */
export const relayOf = (topic: string): string => `relay ${topic}`;

/** A topic is to be fed that nobody has opened. */
class NoSuchTopic extends Error {
  override readonly name = 'NoSuchTopic';
}

const explaining = (topic: string) => (error: Error & { readonly type?: string }): never => {
  if (error.type !== 'UNKNOWN_TOPIC_OR_PARTITION') throw error;
  throw new NoSuchTopic(`This Kafka has no topic ${topic}. Open the platform’s topics first, or correct ONMARU_KAFKA_PREFIX.`, { cause: error });
};

/** Events that are told between two checkpoints at most. */
const SLICE = 2_000;

/**
 * Feeds a topic from the log, from its checkpoint on, which moves when every partition has acknowledged what it was
 * told. Several processes may run it: one acts, and another goes on when it falls silent. What was told and not noted
 * is told again.
 */
export const kafkaRelay = async (options: RelayOptions, parts?: Partial<RelayParts>): Promise<Consuming> => {
  const { topic, checkpoints, store, publications, prefix = '', log = silent } = options;
  const kafka = kafkaClient(options);
  const source = logSource({ store, publications });
  source.publishing(topic);
  const metadata = await asAdmin(kafka, (admin) => admin.fetchTopicMetadata({ topics: [`${prefix}${topic}`] })).catch(explaining(`${prefix}${topic}`));
  const partitions = metadata.topics[0]?.partitions.length ?? 0;
  const name = relayOf(topic);
  const { teller: told = teller(kafka, `${prefix}${topic}`), turn = turns(checkpoints, name) } = parts ?? {};

  const following = await follower(source, checkpoints, {
    group: name,
    wanted: { topics: [topic] },
    slice: SLICE,
    turn,
    async takeAll(items) {
      const lanes = [...portions(items, partitions)].map(async ([partition, requests]) => {
        for (const records of requests) await told.tell(partition, records);
      });
      const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected');
      if (!failed) return;
      await told.close();
      throw failed.reason;
    },
  }, log);
  return {
    ...following,
    async stop() {
      await following.stop();
      await told.close();
    },
  };
};
