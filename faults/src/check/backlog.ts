import { setTimeout as pause } from 'node:timers/promises';
import type { Look } from '@onmaru/invariants';
import kafkajs, { type Admin } from 'kafkajs';
import type { Platform } from '../ground/platform.js';
import { onDatabase } from './on-database.js';

const SERVICES = ['identity', 'cases', 'routing'];
/** Milliseconds between two looks, and how many in a row must find nothing. */
const [BETWEEN, QUIET] = [300, 4];

const FOLLOWERS = `
  select who, greatest(0, (select position from log.head) - min(position))::int as behind from (
    ${SERVICES.map((service) => `select 'views of ${service}' as who, position from ${service}.view_checkpoint`).join(' union all ')}
    union all select consumer_group, position from relay.bus_checkpoint where consumer_group not like '% turn'
  ) follower group by who`;

const inDatabase = ({ database }: Platform): Promise<Readonly<Record<string, number>>> =>
  onDatabase(database, async (client) => {
    const { rows } = await client.query<{ who: string; behind: number }>(FOLLOWERS);
    return Object.fromEntries(rows.map(({ who, behind }) => [who, behind]));
  });

/** Messages that a group has not taken yet; a group in which nobody listens, or that has not settled, has one at least. */
const ofGroup = async (admin: Admin, groupId: string): Promise<number> => {
  const { groups } = await admin.describeGroups([groupId]);
  const assigned = (groups[0]?.members ?? []).flatMap(({ memberAssignment }) => Object.entries(kafkajs.AssignerProtocol.MemberAssignment.decode(memberAssignment)?.assignment ?? {}));
  if (groups[0]?.state !== 'Stable' || assigned.length === 0) return 1;
  const topics = [...new Set(assigned.map(([topic]) => topic))];
  const committed = await admin.fetchOffsets({ groupId, topics });
  const behind = await Promise.all(
    committed.map(async ({ topic, partitions }) => {
      const ends = new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, Number(high)]));
      return partitions.reduce((sum, { partition, offset }) => sum + Math.max(0, (ends.get(partition) ?? 0) - Math.max(0, Number(offset))), 0);
    }),
  );
  return behind.reduce((sum, one) => sum + one, 0);
};

const inKafka = async ({ brokers, prefix }: Platform): Promise<Readonly<Record<string, number>>> => {
  const kafka = new kafkajs.Kafka({ clientId: 'onmaru-faults', brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING, retry: { retries: 1 } });
  const admin = kafka.admin();
  try {
    await admin.connect();
    return Object.fromEntries(await Promise.all(SERVICES.map(async (service) => [`group ${service}`, await ofGroup(admin, `${prefix}${service}`)] as const)));
  } finally {
    await admin.disconnect();
  }
};

/** What everybody has still to do; one for whoever cannot be asked. */
const lookAt = async (platform: Platform): Promise<Readonly<Record<string, number>>> => {
  const [database, kafka, ready] = await Promise.allSettled([inDatabase(platform), inKafka(platform), platform.isReady()]);
  return {
    ...(database.status === 'fulfilled' ? database.value : { 'the database': 1 }),
    ...(kafka.status === 'fulfilled' ? kafka.value : { 'the brokers': 1 }),
    'who is not ready': ready.status === 'fulfilled' && ready.value ? 0 : 1,
  };
};

const isQuiet = ({ backlog }: Look): boolean => Object.values(backlog).every((behind) => behind === 0);

/** Looks at the backlog until nobody has one any more, or for `limitMs`. */
export const backlog = async (platform: Platform, limitMs: number, stop: AbortSignal): Promise<readonly Look[]> => {
  const looks: Look[] = [];
  for (const began = performance.now(); performance.now() - began < limitMs; await pause(BETWEEN)) {
    stop.throwIfAborted();
    const afterMs = Math.round(performance.now() - began);
    looks.push({ afterMs, backlog: await lookAt(platform) });
    if (looks.length >= QUIET && looks.slice(-QUIET).every(isQuiet)) return looks;
  }
  return looks;
};
