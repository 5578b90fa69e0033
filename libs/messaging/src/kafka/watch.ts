import type { Position } from '@onmaru/event-sourcing';
import { backOff, pause, progress } from '@onmaru/read-models';
import type { Admin, Kafka } from 'kafkajs';
import type { Consuming } from '../bus.js';
import type { Checkpoints } from '../checkpoints.js';
import { asAdmin } from './as-admin.js';
import { relayOf } from './relay.js';
import { standingOf, type Part, type Standing } from './standing.js';
import { waiting } from './waiting.js';

/** A group of consumers, and where its topics stand. */
export type Watched = {
  readonly kafka: Kafka;
  readonly groupId: string;
  /** Topics by the name that publications give them, and by Kafka's. */
  readonly topics: ReadonlyMap<string, string>;
  readonly checkpoints: Checkpoints;
};

/** How far a whole group has got, whichever of its processes have what. */
export type Watch = Omit<Consuming, 'quietFor'> & {
  /** Position of the newest message that the group had taken when the watch began. */
  readonly furthest: Position;
};

/** Milliseconds between two looks: while somebody waits and something moves, while nothing does, and while nobody waits. */
const [SOON, SLOWER, QUIET] = [10, 100, 1_000];

const placed = (partition: number, offsets: readonly { readonly partition: number; readonly offset: string }[]): number => Math.max(0, Number(offsets.find((one) => one.partition === partition)?.offset ?? 0));

/** A client that is kept, and made anew after a failure: see `asAdmin`. */
const renewing = (kafka: Kafka) => {
  let current: Promise<Admin> | undefined;
  const close = async (): Promise<void> => {
    const own = current;
    current = undefined;
    await Promise.allSettled([own?.then((admin) => admin.disconnect())]);
  };
  const connected = async (): Promise<Admin> => {
    const admin = kafka.admin();
    await admin.connect();
    return admin;
  };
  return {
    close,
    async with<Answer>(ask: (admin: Admin) => Promise<Answer>): Promise<Answer> {
      try {
        return await ask(await (current ??= connected()));
      } catch (error) {
        await close();
        throw error;
      }
    },
  };
};

type Ends = ReadonlyMap<string, readonly { readonly partition: number; readonly offset: string }[]>;

/** Looks at a group. The ends of partitions are read after the relays' checkpoints, so they hold all that those cover. */
const looking = ({ groupId, topics, checkpoints }: Watched) => {
  let seen: { readonly relayed: Position; readonly ends: Ends } | undefined;
  return async (admin: Admin): Promise<Standing> => {
    const relayed = Math.min(...(await Promise.all([...topics.keys()].map((topic) => checkpoints.read(relayOf(topic))))));
    if (relayed !== seen?.relayed) seen = { relayed, ends: new Map(await Promise.all([...topics.values()].map(async (topic) => [topic, await admin.fetchTopicOffsets(topic)] as const))) };
    const { ends } = seen;
    const committed = await admin.fetchOffsets({ groupId, topics: [...topics.values()] });
    const parts = committed.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset, metadata }): Part => ({ topic, partition, end: placed(partition, ends.get(topic) ?? []), taken: Math.max(0, Number(offset)), position: Number(metadata ?? 0) })),
    );
    return standingOf(relayed, parts);
  };
};

/** Follows how far a group has got. The first look is taken before this resolves. */
export const watch = async (watched: Watched): Promise<Watch> => {
  const { groupId, kafka, topics } = watched;
  const admins = renewing(kafka);
  const ask = looking(watched);
  const look = (): Promise<Standing> => admins.with(ask);
  const reached = progress([groupId]);
  const stopping = new AbortController();
  const waits = waiting();
  let [events, failing]: [number, string | undefined] = [0, undefined];

  /** Whether something has moved. */
  const note = (standing: Standing): boolean => {
    const moved = standing.reached > reached.get(groupId) || standing.lag !== events;
    events = standing.lag;
    waits.note(standing.parts, performance.now());
    if (standing.reached > reached.get(groupId)) reached.set(groupId, standing.reached);
    return moved;
  };

  const run = async (): Promise<void> => {
    for (let [wait, failures] = [SOON, 0]; !stopping.signal.aborted; ) {
      try {
        wait = note(await look()) ? SOON : Math.min(SLOWER, wait * 1.5);
        [failures, failing] = [0, undefined];
      } catch (error) {
        failures += 1;
        failing = error instanceof Error ? error.message : 'unknown';
        await pause(backOff(failures), stopping.signal);
      }
      await pause(wait, stopping.signal);
      await reached.rest(QUIET, stopping.signal);
    }
  };

  const first = await asAdmin(kafka, ask);
  note(first);
  const running = run();
  return {
    furthest: first.furthest,
    waitFor: (position, timeoutMs) => reached.waitFor(position, timeoutMs),
    reached: () => reached.get(groupId),
    failing: () => failing,
    lag: () => Promise.resolve([...topics].map(([topic, inKafka]) => ({ ...waits.lag(inKafka, performance.now()), topic }))),
    async stop() {
      stopping.abort();
      await running;
      await admins.close();
      reached.end();
    },
  };
};
