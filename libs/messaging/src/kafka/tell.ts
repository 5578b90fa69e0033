import kafkajs, { type Kafka, type Producer } from 'kafkajs';
import type { Record } from './record.js';

/** Puts records on one partition, in order; resolves when every copy that counts has them. */
export type Tell = (partition: number, records: readonly Record[]) => Promise<void>;

/** A way to tell; closed, it begins anew with whatever is told next. */
export type Teller = { readonly tell: Tell; close(): Promise<void> };

const ALL_COPIES = -1;
/** Longer than it takes until another broker leads what a dead one led. */
const PATIENCE = { initialRetryTime: 100, maxRetryTime: 2_000, retries: 20 };

/**
 * Tells one partition per request, and looks whether the answer is of that partition: a request that spans several
 * loses what it was told when a leader dies in between, and its answer does not say so (tulios/kafkajs#1303).
 */
export const tellOne =
  (producer: Producer, topic: string): Tell =>
  async (partition, records) => {
    const answers = await producer.send({ topic, acks: ALL_COPIES, messages: records.map(({ key, value, headers }) => ({ key, value, headers: { ...headers }, partition })) });
    const answer = answers.find((one) => one.topicName === topic && one.partition === partition);
    if (answer?.errorCode !== 0) throw new Error(`${topic} did not acknowledge ${records.length} records on partition ${partition}`);
  };

/**
 * An idempotent producer of one topic. After a failure it must be closed, so that it begins anew: the broker knows batches by their numbers,
 * and would take another batch under the number of one that it has already for a repeat.
 */
export const teller = (kafka: Kafka, topic: string, how: (producer: Producer, topic: string) => Tell = tellOne): Teller => {
  const connected = async () => {
    const producer = kafka.producer({ idempotent: true, allowAutoTopicCreation: false, retry: PATIENCE, createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    await producer.connect();
    return { producer, tell: how(producer, topic) };
  };
  let line: ReturnType<typeof connected> | undefined;
  return {
    tell: async (partition, records) => (await (line ??= connected())).tell(partition, records),
    async close() {
      const own = line;
      line = undefined;
      await Promise.allSettled([own?.then(({ producer }) => producer.disconnect())]);
    },
  };
};
