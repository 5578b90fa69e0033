import { silent } from '@onmaru/read-models';
import type { Bus, Consuming, Subscription } from '../bus.js';
import type { Checkpoints } from '../checkpoints.js';
import { logSource, type LogSourceOptions } from '../log-source.js';
import { CONCURRENCY, type PumpOptions } from '../pump.js';
import { asAdmin } from './as-admin.js';
import { kafkaClient, type KafkaPlace } from './client.js';
import { joined } from './member.js';
import { watch } from './watch.js';

export type KafkaBusOptions = LogSourceOptions &
  KafkaPlace &
  Pick<PumpOptions, 'concurrency'> & {
    /** Where the relays note how far they have got. */
    readonly checkpoints: Checkpoints;
    /** Milliseconds without a sign of life after which others of the group take over; 6,000 at least. */
    readonly sessionMs?: number;
    /** Milliseconds between two signs of life. */
    readonly heartbeatMs?: number;
  };

const [SESSION, HEARTBEAT] = [10_000, 500];

/**
 * Kafka as the bus: relays feed the topics from the log, and the processes of a group share their partitions. A group
 * has got as far as the relays of its topics when it has taken every partition to its end; that is known to each of its
 * processes, whichever of them took what.
 */
export const kafkaBus = ({ store, publications, checkpoints, concurrency = CONCURRENCY, sessionMs = SESSION, heartbeatMs = HEARTBEAT, ...place }: KafkaBusOptions): Bus => {
  const { prefix = '', log = silent } = place;
  const kafka = kafkaClient(place);

  const ensureTopics = async (topics: readonly string[]): Promise<void> => {
    const there = new Set(await asAdmin(kafka, (admin) => admin.listTopics()));
    const lacking = topics.filter((topic) => !there.has(`${prefix}${topic}`));
    if (lacking.length > 0) throw new Error(`nobody publishes the topic ${lacking.join(', ')}`);
  };

  const subscribe = async ({ group, topics, withoutHistory = false, deliver, undeliverable }: Subscription): Promise<Consuming> => {
    const groupId = `${prefix}${group}`;
    await ensureTopics(topics);
    const standing = await watch({ kafka, groupId, checkpoints, topics: new Map(topics.map((topic) => [topic, `${prefix}${topic}`])) });
    try {
      const head = await store.head();
      if (standing.furthest > head) throw new Error(`group ${group} has taken position ${standing.furthest}, but the log ends at ${head}: it is another log`);
      const member = await joined({
        ...{ kafka, groupId, concurrency, sessionMs, heartbeatMs, log },
        topics: new Map(topics.map((topic) => [`${prefix}${topic}`, topic])),
        async take({ message, trouble }) {
          if (withoutHistory && message.actor.kind === 'external') return;
          await (trouble === undefined ? deliver(message) : undeliverable(message, trouble));
        },
      });
      return {
        waitFor: standing.waitFor,
        reached: standing.reached,
        lag: standing.lag,
        failing: () => member.failing() ?? standing.failing(),
        quietFor: member.quietFor,
        async stop() {
          await member.stop();
          await standing.stop();
        },
      };
    } catch (error) {
      await standing.stop();
      throw error;
    }
  };

  const own = logSource({ store, publications });
  // What another service publishes is made anew by its relay alone.
  const isOwn = (topic: string): boolean => publications.some((publication) => publication.topic === topic);
  return { subscribe, remake: (message) => (isOwn(message.topic) ? own.remake(message) : Promise.resolve(message)) };
};
