import { silent, type Log } from '@onmaru/read-models';
import kafkajs, { type Kafka, type LogEntry } from 'kafkajs';

/** Where a Kafka is, and the names under which this platform uses it. */
export type KafkaPlace = {
  readonly brokers: readonly string[];
  /** Stands before every topic and group, so that several platforms share one Kafka. */
  readonly prefix?: string;
  readonly log?: Log;
};

/** What Kafka says in passing while it finds its feet; the client tries again by itself. */
const PASSING = /GROUP_COORDINATOR_NOT_AVAILABLE|NOT_COORDINATOR|coordinator is not available|COORDINATOR_LOAD_IN_PROGRESS|rebalanc|^Response |Limiting retries/i;

const logging = (log: Log) => () => ({ level, namespace, log: { message, error, timestamp: _, logger: __, stack: ___, ...details } }: LogEntry): void => {
  const isPassing = PASSING.test(`${message} ${String(error ?? '')}`);
  if (level === kafkajs.logLevel.ERROR && !isPassing) log.error({ ...details, err: error as unknown, namespace }, message);
  else if (level <= kafkajs.logLevel.WARN && !isPassing) log.warn({ ...details, err: error as unknown, namespace }, message);
};

/** A client whose patience is short: who calls it tries again. */
export const kafkaClient = ({ brokers, log = silent }: KafkaPlace): Kafka =>
  new kafkajs.Kafka({
    clientId: 'onmaru',
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: logging(log),
  });
