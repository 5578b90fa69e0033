import { backOff, pause, type Log } from '@onmaru/read-models';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import type { Consuming } from '../bus.js';
import type { Item } from '../follower.js';
import { consumed, groupClient, type GroupOptions, type Hearing } from './group-client.js';
import { lanes } from './lanes.js';
import { itemOf } from './record.js';
import { tenure, type Tenure } from './tenure.js';

export type MemberOptions = GroupOptions & {
  /** Topics by Kafka's name, and by the name that publications give them. */
  readonly topics: ReadonlyMap<string, string>;
  readonly concurrency: number;
  /** Takes an item; resolves when it is taken. */
  readonly take: (item: Item) => Promise<void>;
  readonly log: Log;
};

/** A process at work in a group. */
export type Member = Pick<Consuming, 'failing' | 'quietFor' | 'stop'>;

/** Messages of one partition in hand, and since the oldest that is not taken, beyond which Kafka is asked for no more of it. */
const [IN_HAND, SPREAD] = [1_000, 50_000];
/** Milliseconds between two commits while there is more to take: so much may be delivered again after a crash. */
const COMMIT_EVERY = 20;
/** So often a group may fail to begin, each time after the client's own patience, until whoever wants it is told. */
const TRIES = 6;

/**
 * Joins a group, and takes what its partitions bring. Fetching and handling do not wait for each other, so that signs of
 * life go on however long a handler takes, and a key that is held up holds up nothing else. Offsets are committed up to
 * what has been taken, with its position. A process that has lost a partition begins nothing more of it.
 */
export const joined = async (options: MemberOptions): Promise<Member> => {
  const { groupId, topics, concurrency, take, log } = options;
  const tenures = new Map<string, { readonly topic: string; readonly partition: number; readonly held: Tenure }>();
  const tasks = lanes(concurrency);
  const stopping = new AbortController();
  let [consumer, trouble, memberId]: [Consumer | undefined, string | undefined, string] = [undefined, undefined, ''];
  let turned = performance.now();
  const turn = (): void => void (turned = performance.now());
  let [committing, isCommitting, isPaused]: [Promise<void>, boolean, Set<string>] = [Promise.resolve(), false, new Set()];

  const dues = () => [...tenures.values()].flatMap(({ topic, partition, held }) => {
    const mark = held.due();
    return mark && !held.isLost() ? [{ topic, partition, held, mark }] : [];
  });

  const commitDues = async (): Promise<void> => {
    const due = dues();
    if (due.length === 0 || !consumer) return;
    await consumer.commitOffsets(due.map(({ topic, partition, mark }) => ({ topic, partition, offset: String(mark.offset), metadata: String(mark.position) })));
    for (const { held, mark } of due) held.committed(mark);
  };

  /** Commits for as long as there is something new. */
  const commitAll = async (): Promise<void> => {
    for (let failures = 0; dues().length > 0 && !stopping.signal.aborted; await pause(failures > 0 ? backOff(failures) : COMMIT_EVERY, stopping.signal)) {
      try {
        await commitDues();
        failures = 0;
      } catch (error) {
        failures += 1;
        log.warn({ err: error, group: groupId }, 'a group could not note how far it has got and will try again');
      }
    }
    isCommitting = false;
  };

  const commit = (): void => {
    if (isCommitting || dues().length === 0) return;
    isCommitting = true;
    committing = commitAll();
  };

  const breathe = (topic: string, partition: number, held: Tenure): void => {
    const name = `${topic}/${partition}`;
    const isFull = held.waiting() > IN_HAND || held.spread() > SPREAD;
    const isSlack = held.waiting() < IN_HAND / 2 && held.spread() < SPREAD / 2;
    if (isFull && !isPaused.has(name)) {
      isPaused.add(name);
      consumer?.pause([{ topic, partitions: [partition] }]);
    } else if (isSlack && isPaused.delete(name)) consumer?.resume([{ topic, partitions: [partition] }]);
  };

  const eachBatch = async ({ batch: { topic, partition, messages } }: EachBatchPayload): Promise<void> => {
    const held = tenures.get(`${topic}/${partition}`)?.held;
    if (!held) return;
    for (const record of messages) {
      const item = itemOf(topics.get(topic) ?? topic, partition, record);
      const { tenant, key, position } = item.message;
      const offset = Number(record.offset);
      if (!held.open(offset, position)) continue;
      const act = async (): Promise<void> => {
        await take(item);
        held.done(offset);
        if (held.isLost()) return;
        breathe(topic, partition, held);
        commit();
      };
      tasks.add({ tenant, key, isVoid: () => held.isLost(), act });
    }
    breathe(topic, partition, held);
  };

  /** What the group has given to this process by now; a new name says that it was taken for dead in between. */
  const shareOut: Hearing['shareOut'] = (id, assignment) => {
    const own = new Set(Object.entries(assignment).flatMap(([topic, partitions]) => partitions.map((partition) => `${topic}/${partition}`)));
    for (const [name, { held }] of tenures) {
      if (own.has(name) && id === memberId) continue;
      held.lose();
      tenures.delete(name);
    }
    for (const [topic, partitions] of Object.entries(assignment))
      for (const partition of partitions) if (!tenures.has(`${topic}/${partition}`)) tenures.set(`${topic}/${partition}`, { topic, partition, held: tenure() });
    memberId = id;
    if (isPaused.size > 0) consumer?.resume([...isPaused].map((name) => ({ topic: name.slice(0, name.lastIndexOf('/')), partitions: [Number(name.slice(name.lastIndexOf('/') + 1))] })));
    isPaused = new Set();
  };

  const begin = (): Promise<{ readonly crashed: Promise<Error> }> => {
    consumer = groupClient(options);
    return consumed(consumer, [...topics.keys()], { turn, shareOut, eachBatch });
  };

  const end = async (): Promise<void> => {
    const own = consumer;
    consumer = undefined;
    shareOut('', {});
    await own?.disconnect();
  };

  /** The client ends for good at some failures: then there is a new one. */
  const keep = async (first: Promise<Error>): Promise<void> => {
    const stopped = new Promise<undefined>((resolve) => stopping.signal.addEventListener('abort', () => resolve(undefined)));
    for (let [crashed, failures] = [first, 0]; !stopping.signal.aborted; ) {
      const error = await Promise.race([crashed, stopped]);
      if (!error) return;
      try {
        turn();
        trouble = error.message;
        log.error({ err: error, group: groupId }, 'a group of consumers stopped and will try again');
        await end();
        await pause(backOff((failures += 1)), stopping.signal);
        if (stopping.signal.aborted) return;
        ({ crashed } = await begin());
        [trouble, failures] = [undefined, 0];
      } catch (again) {
        crashed = Promise.resolve(again instanceof Error ? again : new Error('unknown'));
      }
    }
  };

  /** Brokers that have just died, or are just coming back, are waited for: whoever starts meanwhile need not know of it. */
  const beginning = async (failures = 1): ReturnType<typeof begin> => {
    try {
      return await begin();
    } catch (error) {
      await end();
      if (failures >= TRIES) throw error;
      log.warn({ err: error, group: groupId }, 'a group of consumers could not begin and will try again');
      await pause(backOff(failures), stopping.signal);
      return beginning(failures + 1);
    }
  };
  const keeping = keep((await beginning()).crashed);
  return {
    failing: () => tasks.failing() ?? trouble,
    quietFor: () => performance.now() - turned,
    async stop() {
      await tasks.stop();
      stopping.abort();
      await committing;
      await keeping;
      await commitDues().catch((error: unknown) => log.warn({ err: error, group: groupId }, 'a group could not note how far it has got before it stopped'));
      await end();
    },
  };
};
