import type { Consumer, EachBatchHandler, Kafka } from 'kafkajs';

export type GroupOptions = {
  readonly kafka: Kafka;
  readonly groupId: string;
  /** Milliseconds without a sign of life after which the others share out what this process had; at least 6,000. */
  readonly sessionMs: number;
  readonly heartbeatMs: number;
};

/** What a process in a group hears from its client. */
export type Hearing = {
  /** The client has done something, be it in vain. */
  readonly turn: () => void;
  /** What the group has given to this process, by the name under which it knows it. */
  readonly shareOut: (memberId: string, assignment: { readonly [topic: string]: readonly number[] }) => void;
  readonly eachBatch: EachBatchHandler;
};

/** A client that ends for good where it cannot go on. */
export const groupClient = ({ kafka, groupId, sessionMs, heartbeatMs }: GroupOptions): Consumer =>
  kafka.consumer({
    groupId,
    sessionTimeout: sessionMs,
    heartbeatInterval: heartbeatMs,
    rebalanceTimeout: 2 * sessionMs,
    maxWaitTimeInMs: heartbeatMs,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8, restartOnFailure: () => Promise.resolve(false) },
  });

/** Connects and consumes, once the group has given this process its place; `crashed` resolves when the client has given up. */
export const consumed = async (client: Consumer, topics: readonly string[], { turn, shareOut, eachBatch }: Hearing): Promise<{ readonly crashed: Promise<Error> }> => {
  const { promise: crashed, resolve: crash } = Promise.withResolvers<Error>();
  const { promise: ready, resolve: join } = Promise.withResolvers<void>();
  client.on(client.events.CRASH, ({ payload }) => crash(payload.error));
  client.on(client.events.FETCH_START, turn);
  client.on(client.events.REQUEST_TIMEOUT, turn);
  client.on(client.events.GROUP_JOIN, ({ payload }) => {
    shareOut(payload.memberId, payload.memberAssignment);
    join();
  });
  await client.connect();
  await client.subscribe({ topics: [...topics], fromBeginning: true });
  await client.run({ autoCommit: false, eachBatch });
  const dead = await Promise.race([ready, crashed]);
  if (dead) throw dead;
  return { crashed };
};
