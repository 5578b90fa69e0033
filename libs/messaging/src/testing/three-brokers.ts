import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asAdmin } from '../kafka/as-admin.js';
import { kafkaClient } from '../kafka/client.js';
import { brokers } from './kafka-shop.js';

const TOOL = join(import.meta.dirname, '../../../../tools/kafka.mjs');
const folder = process.env['KAFKA_CLUSTER'] ?? '';

/** Kills the broker that leads a partition, as a machine dies. */
export const killLeader = async (topic: string, partition: number): Promise<void> => {
  const metadata = await asAdmin(kafkaClient({ brokers }), (admin) => admin.fetchTopicMetadata({ topics: [topic] }));
  const leader = metadata.topics[0]?.partitions.find((one) => one.partitionId === partition)?.leader;
  const cluster = JSON.parse(readFileSync(join(folder, 'cluster.json'), 'utf8')) as readonly { readonly id: number; readonly pid: number }[];
  const broker = cluster.find(({ id }) => id === leader);
  if (!broker) throw new Error(`nobody leads partition ${partition} of ${topic}`);
  process.kill(broker.pid, 'SIGKILL');
};

/** Starts again what was killed. */
export const revive = (): void => void execFileSync(process.execPath, [TOOL, 'start', '--brokers', '3', '--folder', folder], { stdio: 'ignore' });
