import type { Kafka, Producer } from 'kafkajs';
import type { Record } from './record.js';

/** Puts records on one partition, in order; resolves when every copy that counts has them. */
export type Tell = (partition: number, records: readonly Record[]) => Promise<void>;

/** A way to tell that may break and be made anew. */
export type Teller = { readonly tell: Tell; renew(): Promise<void>; close(): Promise<void> };

const ALL_COPIES = -1;

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
 * An idempotent producer of one topic. After a failure it must be made anew: the broker knows batches by their numbers,
 * and would take another batch under the number of one that it has already for a repeat.
 */
export const teller = (kafka: Kafka, topic: string, how: (producer: Producer, topic: string) => Tell = tellOne): Teller => {
  const connected = async (): Promise<Producer> => {
    const producer = kafka.producer({ idempotent: true, allowAutoTopicCreation: false });
    await producer.connect();
    return producer;
  };
  let producer = connected();
  producer.catch(() => undefined);
  return {
    tell: async (partition, records) => how(await producer, topic)(partition, records),
    async renew() {
      const broken = producer;
      producer = connected();
      await Promise.allSettled([producer, broken.then((one) => one.disconnect())]);
    },
    close: async () => void (await Promise.allSettled([producer.then((one) => one.disconnect())])),
  };
};
