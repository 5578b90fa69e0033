import kafkajs from 'kafkajs';

/** How many brokers of the Kafka at `address` know each other; 0 while nobody answers. */
export const ready = async (address) => {
  const kafka = new kafkajs.Kafka({ clientId: 'onmaru-tools', brokers: address.split(','), logLevel: kafkajs.logLevel.NOTHING, retry: { retries: 0 }, connectionTimeout: 1000 });
  const admin = kafka.admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length;
  } catch (error) {
    if (error instanceof kafkajs.KafkaJSError) return 0;
    throw error;
  } finally {
    await admin.disconnect();
  }
};
