import { backOff } from '@onmaru/read-models';
import kafkajs, { type Admin, type Kafka } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';

const TRIES = 6;

/**
 * Asks once, by a client that knows nothing yet: one that remembers who led a partition asks it for minutes, though
 * another leads by now. Where brokers do not agree yet on what is new or has moved, it asks again. The client looks for
 * brokers for some ten seconds by itself: where it finds none, that is the answer.
 */
export const asAdmin = async <Answer>(kafka: Kafka, ask: (admin: Admin) => Promise<Answer>, tries = TRIES): Promise<Answer> => {
  for (let failures = 0; ; await sleep(backOff(failures))) {
    const admin = kafka.admin();
    let isConnected = false;
    try {
      await admin.connect();
      isConnected = true;
      return await ask(admin);
    } catch (error) {
      failures += 1;
      if (!isConnected || failures >= tries || !(error instanceof kafkajs.KafkaJSError)) throw error;
    } finally {
      await admin.disconnect();
    }
  }
};
